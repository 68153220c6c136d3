package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;

/** The fake keeps the same contract as the real thing. */
class FakeShippedImagesTest extends ShippedImagesContract {
    @Override
    protected ShippedImages knowing(long advisory, List<Nvr> images, List<Long> blocking) {
        return new FakeShippedImages().with(advisory, images, blocking);
    }
}
