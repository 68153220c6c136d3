package io.freshmaker.command.port;

import java.util.List;

class FakeImageListingsTest extends ImageListingsContract {

    @Override
    protected ImageListings knowing(List<ListedRepository> repositories, List<ImageRecord> images) {
        FakeImageListings fake = new FakeImageListings();
        repositories.forEach(fake::with);
        images.forEach(fake::with);
        return fake;
    }
}
