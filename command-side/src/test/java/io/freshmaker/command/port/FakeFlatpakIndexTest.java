package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;

/** The fake keeps the same contract as the real thing. */
class FakeFlatpakIndexTest extends FlatpakIndexContract {

    @Override
    protected FlatpakIndex knowing(Map<String, List<Nvr>> images) {
        FakeFlatpakIndex index = new FakeFlatpakIndex();
        images.forEach(index::with);
        return index;
    }
}
