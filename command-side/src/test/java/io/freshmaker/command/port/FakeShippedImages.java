package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Images of advisories in memory, for tests. */
public final class FakeShippedImages implements ShippedImages {

    private final Map<Long, List<Nvr>> images = new TreeMap<>();
    private final Map<Long, List<Long>> blocking = new TreeMap<>();

    public FakeShippedImages with(long advisory, Collection<Nvr> shipped, Collection<Long> before) {
        images.put(advisory, shipped.stream().sorted().toList());
        blocking.put(advisory, before.stream().sorted().toList());
        return this;
    }

    @Override
    public List<Nvr> of(long advisory) {
        return images.getOrDefault(advisory, List.of());
    }

    @Override
    public List<Long> blocking(long advisory) {
        return blocking.getOrDefault(advisory, List.of());
    }
}
