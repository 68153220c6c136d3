package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageMetadataContract;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LightblueMetadataContractTest extends ImageMetadataContract {

    private final FakeLightblue lightblue = new FakeLightblue();

    @AfterEach
    void close() {
        lightblue.close();
    }

    @Override
    protected ImageMetadata knowing(List<ImageRepository> repositories, List<ImageRecord> images) {
        repositories.forEach(lightblue::with);
        images.forEach(lightblue::with);
        return Lightblues.metadata(lightblue, Clock.systemUTC());
    }
}
