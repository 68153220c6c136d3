package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.PublishedImages;
import io.freshmaker.command.port.PublishedImagesContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PyxisPublishedImagesTest extends PublishedImagesContract {

    private final FakePyxis pyxis = new FakePyxis();

    @AfterEach
    void close() {
        pyxis.close();
    }

    @Override
    protected PublishedImages knowing(List<ImageRecord> images) {
        images.forEach(pyxis::with);
        return Pyxises.metadata(pyxis);
    }
}
