package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.port.ImageListings;
import io.freshmaker.command.port.ImageListingsContract;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ListedRepository;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LightblueListingsContractTest extends ImageListingsContract {

    private final FakeLightblue lightblue = new FakeLightblue();

    @AfterEach
    void close() {
        lightblue.close();
    }

    @Override
    protected ImageListings knowing(List<ListedRepository> repositories, List<ImageRecord> images) {
        repositories.forEach(lightblue::with);
        images.forEach(lightblue::with);
        return Lightblues.listings(lightblue);
    }
}
