package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ShippedImages;
import io.freshmaker.command.port.ShippedImagesContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class ErrataImagesContractTest extends ShippedImagesContract {

    private final FakeErrata fake = new FakeErrata();

    @AfterEach
    void close() {
        fake.close();
    }

    @Override
    protected ShippedImages knowing(long advisory, List<Nvr> images, List<Long> blocking) {
        fake.images(advisory, images, blocking);
        return new ErrataImages(Erratas.api(fake.url(), Systems.PATIENT));
    }
}
