package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.PublishedImages;
import io.freshmaker.command.port.PublishedImagesContract;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LightbluePublishedImagesTest extends PublishedImagesContract {

    private final FakeLightblue lightblue = new FakeLightblue();

    @AfterEach
    void close() {
        lightblue.close();
    }

    @Override
    protected PublishedImages knowing(List<ImageRecord> images) {
        images.forEach(lightblue::with);
        return Lightblues.metadata(lightblue, Clock.systemUTC());
    }
}
