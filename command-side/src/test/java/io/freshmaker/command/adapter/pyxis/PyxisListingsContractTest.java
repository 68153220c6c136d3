package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.port.ImageListings;
import io.freshmaker.command.port.ImageListingsContract;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ListedRepository;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PyxisListingsContractTest extends ImageListingsContract {

    private final FakePyxis pyxis = new FakePyxis();

    @AfterEach
    void close() {
        pyxis.close();
    }

    @Override
    protected ImageListings knowing(List<ListedRepository> repositories, List<ImageRecord> images) {
        repositories.forEach(pyxis::with);
        images.forEach(pyxis::with);
        return Pyxises.listings(pyxis);
    }
}
