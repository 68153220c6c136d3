package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageMetadataContract;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PyxisMetadataContractTest extends ImageMetadataContract {

    private final FakePyxis pyxis = new FakePyxis();

    @AfterEach
    void close() {
        pyxis.close();
    }

    @Override
    protected ImageMetadata knowing(List<ImageRepository> repositories, List<ImageRecord> images) {
        repositories.forEach(pyxis::with);
        images.forEach(pyxis::with);
        return Pyxises.metadata(pyxis);
    }
}
