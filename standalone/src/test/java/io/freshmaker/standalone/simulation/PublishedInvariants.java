package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.standalone.simulation.bus.Published;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A message that is published again has the same id and is the same to the last byte. */
final class PublishedInvariants {

    private final List<Published> published;

    PublishedInvariants(List<Published> published) {
        this.published = published;
    }

    void hold() {
        Map<String, Published> known = new HashMap<>();
        for (Published message : published) {
            Published first = known.putIfAbsent(message.id(), message);
            if (first == null) continue;
            assertThat(message.isSameAs(first))
                    .as("message %s, published again, is the same", message.id())
                    .isTrue();
        }
    }
}
