package io.freshmaker.command.port;

import java.util.List;

class FakeImageMetadataTest extends ImageMetadataContract {

    @Override
    protected ImageMetadata knowing(List<ImageRepository> repositories, List<ImageRecord> images) {
        FakeImageMetadata fake = new FakeImageMetadata();
        repositories.forEach(fake::with);
        images.forEach(fake::with);
        return fake;
    }
}
