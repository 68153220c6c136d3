package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.OperatorBundlesContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PyxisBundlesContractTest extends OperatorBundlesContract {

    private final FakePyxis pyxis = new FakePyxis();

    @AfterEach
    void close() {
        pyxis.close();
    }

    @Override
    protected OperatorBundles listing(List<Listed> bundles) {
        bundles.forEach(one -> pyxis.bundles().bundle(one, FakePyxisBundles.INDEX));
        return Pyxises.bundles(pyxis);
    }

    /** Of an image in one architecture Pyxis may list its manifest, in the place of the list of them. */
    @Override
    protected OperatorBundles listing(List<Listed> bundles, Nvr image, OperatorBundle bundle) {
        pyxis.bundles()
                .image(image, "sha256:e0", true)
                .withObject("/repositories/0")
                .put("manifest_schema2_digest", bundle.digest());
        return listing(bundles);
    }

    @Override
    protected OperatorBundles knowing(Nvr image, String published, String unpublished) {
        pyxis.bundles().image(image, published, true);
        pyxis.bundles().image(image, unpublished, false);
        return Pyxises.bundles(pyxis);
    }
}
