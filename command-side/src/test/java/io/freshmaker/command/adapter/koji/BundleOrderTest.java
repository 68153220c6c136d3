package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Koji is told of a bundle. */
class BundleOrderTest {

    private static final BundleOverrides OVERRIDES =
            new BundleOverrides(List.of(), "shop.1.2.3-0.1608854400.p", "1.2.3+0.1608854400.p", "shop.1.2.3");

    private final FakeKojiHub hub = new FakeKojiHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_bundle_is_built_with_the_address_where_we_tell_what_to_put_into_it() {
        assertThat(options(Kojis.ROOT))
                .isEqualTo(Map.of(
                        "scratch",
                        false,
                        "git_branch",
                        "f40",
                        "isolated",
                        true,
                        "release",
                        "9.1700000000",
                        "operator_csv_modifications_url",
                        "https://freshmaker.example.com/api/2/pullspec_overrides/11"));
    }

    @Test
    void where_koji_cannot_find_us_a_bundle_is_refused() {
        assertThatThrownBy(() -> options(null))
                .isInstanceOf(Refused.class)
                .hasMessage("Koji cannot ask us what a bundle refers to: the setting freshmaker.root-url is missing");
    }

    private Object options(@Nullable URI root) {
        ContainerOrder order =
                new ContainerOrder(Kojis.hub(hub), Kojis.git("0"), new Sources(Kojis.SOURCES), root, false);
        return order.of(bundle())[2];
    }

    private static BuildRequest bundle() {
        BuildRequest request = BuildRequests.image(11);
        return new BuildRequest(
                request.build(),
                request.eventNumber(),
                request.buildNumber(),
                request.artifact(),
                request.reason(),
                request.rebuiltNvr(),
                List.of("app-1-1.300", "db-1-1.300"), // what it refers to; it is built from neither
                request.intended(),
                null,
                List.of(),
                new Preparation(List.of(), false, true, List.of(), List.of(), List.of(), null, null, OVERRIDES),
                List.of());
    }
}
