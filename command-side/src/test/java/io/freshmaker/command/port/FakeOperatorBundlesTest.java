package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import java.util.List;

/** The fake keeps the same contract as the real thing. */
class FakeOperatorBundlesTest extends OperatorBundlesContract {

    @Override
    protected FakeOperatorBundles listing(List<Listed> bundles) {
        FakeOperatorBundles fake = new FakeOperatorBundles();
        bundles.forEach(fake::with);
        return fake;
    }

    @Override
    protected OperatorBundles listing(List<Listed> bundles, Nvr image, OperatorBundle bundle) {
        return listing(bundles).with(image, bundle.digest(), true);
    }

    @Override
    protected OperatorBundles knowing(Nvr image, String published, String unpublished) {
        return new FakeOperatorBundles().with(image, published, true).with(image, unpublished, false);
    }
}
