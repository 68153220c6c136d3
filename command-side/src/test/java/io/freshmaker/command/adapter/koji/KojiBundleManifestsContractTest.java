package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.BundleManifestsContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KojiBundleManifestsContractTest extends BundleManifestsContract {

    private final FakeKojiHub fake = new FakeKojiHub();

    @AfterEach
    void close() {
        fake.close();
    }

    @Override
    protected BundleManifests knowing(Map<Nvr, BundleManifest> manifests) {
        manifests.forEach(
                (bundle, manifest) -> fake.build(manifests.size(), bundle.value(), FakeBundles.extra(manifest)));
        return new KojiBundleManifests(Kojis.hub(fake));
    }

    @Test
    void a_build_that_says_nothing_of_such_images_is_missing() {
        fake.build(1, "app-1-1", Map.of("extra", Map.of("image", Map.of())));

        assertThat(new KojiBundleManifests(Kojis.hub(fake)).of(List.of(new Nvr("app-1-1"))))
                .isEmpty();
    }
}
