package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in images, for tests: nothing is known of an image until it is told. */
public final class MemoryBuiltContent implements BuiltContent {

    private final Map<Nvr, SortedMap<String, List<Rpm>>> images = new HashMap<>();

    /** An architecture of an image, with its RPMs. */
    public MemoryBuiltContent with(String image, String arch, String... rpms) {
        return with(new Nvr(image), arch, Arrays.stream(rpms).map(Rpm::parse).toList());
    }

    MemoryBuiltContent with(Nvr image, String arch, List<Rpm> rpms) {
        images.computeIfAbsent(image, _ -> new TreeMap<>()).put(arch, rpms);
        return this;
    }

    @Override
    public SortedMap<String, List<Rpm>> rpmsOf(Nvr image) {
        return images.getOrDefault(image, Collections.emptySortedMap());
    }
}
