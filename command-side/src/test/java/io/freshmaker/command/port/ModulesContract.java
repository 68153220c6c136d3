package io.freshmaker.command.port;

import static io.freshmaker.command.port.FakeCatalog.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.port.FakeCatalog.Component;
import org.junit.jupiter.api.Test;

/** What every {@link Modules} must do. */
public abstract class ModulesContract {
    private static final Component TLS = new Component("tls", "f42");
    private static final KnownModule.Requirement PLATFORM = new KnownModule.Requirement("platform", "f42");
    private static final KnownModule OLD = module("web", "1.0", "20250101000000", PLATFORM);
    private static final KnownModule NEW = module("web", "1.0", "20260101000000", PLATFORM);
    private static final KnownModule OTHER_STREAM = module("web", "2.0", "20240101000000");
    private static final KnownModule WITHOUT_VERSION = module("db", "1", null);

    /** One that knows exactly these, each with this component. */
    protected abstract Modules knowing(Component component, KnownModule... modules);

    @Test
    void modules_are_found_by_a_component_and_its_branch_in_the_order_of_name_and_stream() {
        assertThat(knowing(TLS, OTHER_STREAM, NEW, WITHOUT_VERSION).containing("tls", "f42"))
                .containsExactly(WITHOUT_VERSION, NEW, OTHER_STREAM);
    }

    @Test
    void of_a_stream_only_the_latest_version_is_answered() {
        assertThat(knowing(TLS, NEW, OLD).containing("tls", "f42")).containsExactly(NEW);
        assertThat(knowing(TLS, OLD, NEW).containing("tls", "f42")).containsExactly(NEW);
    }

    @Test
    void modules_are_found_by_what_they_are_built_with_in_the_order_of_name_and_stream() {
        KnownModule db = module("db", "1", "20260101000000", PLATFORM, new KnownModule.Requirement("web", "1.0"));

        Modules modules = knowing(TLS, OTHER_STREAM, NEW, db);
        assertThat(modules.builtWith("platform", "f42")).containsExactly(db, NEW);
        assertThat(modules.builtWith("web", "1.0")).containsExactly(db);
    }

    @Test
    void a_module_whose_latest_version_is_built_with_something_else_is_not_answered() {
        KnownModule newest = module("web", "1.0", "20260201000000", new KnownModule.Requirement("platform", "f43"));

        Modules modules = knowing(TLS, newest, NEW, OLD);
        assertThat(modules.builtWith("platform", "f42")).isEmpty();
        assertThat(modules.builtWith("platform", "f43")).containsExactly(newest);
    }

    @Test
    void name_and_stream_of_a_requirement_belong_together() {
        KnownModule db = module("db", "1", "20260101000000", PLATFORM, new KnownModule.Requirement("web", "1.0"));

        assertThat(knowing(TLS, db).builtWith("web", "f42")).isEmpty();
        assertThat(knowing(TLS, db).builtWith("platform", "f4")).isEmpty();
    }

    @Test
    void what_nobody_knows_is_an_empty_list() {
        assertThat(knowing(TLS, NEW).containing("tls", "f41")).isEmpty();
        assertThat(knowing(TLS, NEW).containing("tl", "f42")).isEmpty();
    }
}
