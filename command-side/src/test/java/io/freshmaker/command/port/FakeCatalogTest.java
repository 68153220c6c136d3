package io.freshmaker.command.port;

import io.freshmaker.command.port.FakeCatalog.Component;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;

/** The fake keeps the same contracts as the real thing. */
class FakeCatalogTest {
    @Nested
    class AsImages extends ImagesContract {
        @Override
        protected Images knowing(KnownImage... images) {
            FakeCatalog catalog = new FakeCatalog();
            Arrays.stream(images).forEach(catalog::with);
            return catalog;
        }
    }

    @Nested
    class AsModules extends ModulesContract {
        @Override
        protected Modules knowing(Component component, KnownModule... modules) {
            FakeCatalog catalog = new FakeCatalog();
            Arrays.stream(modules).forEach(module -> catalog.with(module, component));
            return catalog;
        }
    }

    @Nested
    class AsPackages extends PackagesContract {
        @Override
        protected Packages knowing(KnownPackage... packages) {
            FakeCatalog catalog = new FakeCatalog();
            Arrays.stream(packages).forEach(catalog::with);
            return catalog;
        }
    }

    @Nested
    class AsUpdates extends UpdatesContract {
        @Override
        protected Updates knowing(String build, String... rpms) {
            return new FakeCatalog().withBuild(build, rpms);
        }
    }
}
