package io.freshmaker.command.port;

import io.freshmaker.api.trigger.AdvisoryReady;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Advisories in memory, for tests. */
public final class FakeAdvisories implements Advisories {

    private static final AdvisoryContent NOTHING =
            new AdvisoryContent(List.of(), List.of(), List.of(), List.of(), List.of(), false);

    private final Map<Long, Advisory> advisories = new TreeMap<>();
    private final Map<Long, AdvisoryContent> contents = new TreeMap<>();

    /** One of moderate severity and no priority. */
    public static Advisory advisory(long id, String state, String... contentTypes) {
        return new Advisory(
                id,
                "RHSA-2026:" + id,
                state,
                List.of(contentTypes),
                "moderate",
                "TEAHOUSE",
                "TEAHOUSE-9.4",
                "Zstream",
                List.of("CVE-2026-10001"),
                false,
                false,
                false,
                "ada@example.com");
    }

    /** One of images that the bot of rebuilt operators shipped. */
    public static Advisory ofBotas(long id) {
        return new Advisory(
                id,
                "RHBA-2026:" + id,
                AdvisoryReady.SHIPPED,
                List.of(Advisory.IMAGES),
                "none",
                "SHOP",
                "SHOP-1",
                null,
                List.of(),
                false,
                false,
                false,
                "botas/shop@example.com");
    }

    public FakeAdvisories with(Advisory advisory, AdvisoryContent content) {
        advisories.put(advisory.id(), advisory);
        contents.put(advisory.id(), content);
        return this;
    }

    @Override
    public Optional<Advisory> find(long id) {
        return Optional.ofNullable(advisories.get(id));
    }

    @Override
    public AdvisoryContent contentOf(long id) {
        return contents.getOrDefault(id, NOTHING);
    }

    @Override
    public List<Long> having(String build) {
        return advisories.values().stream()
                .filter(advisory -> !Advisory.isOver(advisory.state()))
                .map(Advisory::id)
                .filter(id -> contentOf(id).builds().stream()
                        .anyMatch(one -> one.value().equals(build)))
                .toList();
    }
}
