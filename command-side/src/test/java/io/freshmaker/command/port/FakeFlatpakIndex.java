package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An index of Flatpaks in memory, for tests. */
public final class FakeFlatpakIndex implements FlatpakIndex {

    private final Map<String, List<Nvr>> images = new TreeMap<>();

    /** @param module {@code name:stream} */
    public FakeFlatpakIndex with(String module, List<Nvr> released) {
        images.put(module, List.copyOf(released));
        return this;
    }

    @Override
    public SortedSet<Nvr> imagesWith(String module, String stream) {
        return new TreeSet<>(images.getOrDefault(module + ":" + stream, List.of()));
    }
}
