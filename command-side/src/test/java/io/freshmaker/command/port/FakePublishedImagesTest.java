package io.freshmaker.command.port;

import java.util.List;

class FakePublishedImagesTest extends PublishedImagesContract {

    @Override
    protected PublishedImages knowing(List<ImageRecord> images) {
        FakeImageMetadata fake = new FakeImageMetadata();
        images.forEach(fake::with);
        return fake;
    }
}
