package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.BuiltImageSourceContract;
import io.freshmaker.command.port.KnownImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class KojiImageBuildsContractTest extends BuiltImageSourceContract {

    private final FakeKojiHub fake = new FakeKojiHub();

    @AfterEach
    void close() {
        fake.close();
    }

    /** In a fake hub the last parent is that of the last stage. */
    @Override
    protected BuiltImageSource knowing(BuiltImage... images) {
        FakeImages there = new FakeImages(fake);
        for (BuiltImage image : images) {
            List<Nvr> parents = image.parents().reversed();
            there.with(new KnownImage(image.nvr(), image.source(), parents, List.of(), true));
        }
        fake.answer("listArchives", _ -> List.of(Map.of("extra", Map.of("image", Map.of("arch", "x86_64")))));
        return new KojiImageBuilds(Kojis.hub(fake));
    }
}
