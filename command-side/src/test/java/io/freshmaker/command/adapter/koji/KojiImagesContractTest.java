package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.ImagesContract;
import io.freshmaker.command.port.KnownImage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class KojiImagesContractTest extends ImagesContract {

    private final FakeKojiHub fake = new FakeKojiHub();

    @AfterEach
    void close() {
        fake.close();
    }

    @Override
    protected Images knowing(KnownImage... images) {
        FakeImages there = new FakeImages(fake);
        for (KnownImage image : images) there.with(image);
        KojiHub hub = Kojis.hub(fake);
        return new KojiImages(
                new KojiTags(hub),
                new ImageLookup(hub),
                List.of(FakeImages.TAG),
                Duration.ofMinutes(10),
                Clock.systemUTC());
    }
}
