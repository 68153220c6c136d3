package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes an image step by step; without any, it lies nowhere, gets RPMs from {@code base-rpms}, and nobody knows what it contains. */
final class SomeImage {
    private final Nvr nvr;
    private final List<Placement> placements = new ArrayList<>();
    private Set<String> contentSets = Set.of("base-rpms");
    private @Nullable Nvr parent;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private @Nullable TreeMap<String, List<Rpm>> rpms;

    private SomeImage(String nvr) {
        this.nvr = new Nvr(nvr);
    }

    static SomeImage image(String nvr) {
        return new SomeImage(nvr);
    }

    /** Published in {@code repo/NAME}, with the tag {@code latest}, containing an RPM that most questions of our tests update. */
    static SomeImage affected(String nvr) {
        return image(nvr).in("repo/" + new Nvr(nvr).name(), "latest").containing("tls-1-1.x86_64");
    }

    SomeImage in(String repository, String... tags) {
        return in(new Placement("registry.example.com", repository, true, Set.of(tags)));
    }

    SomeImage in(Placement placement) {
        placements.add(placement);
        return this;
    }

    SomeImage nowhere() {
        placements.clear();
        return this;
    }

    SomeImage containing(String... nvras) {
        return containingOn("amd64", nvras);
    }

    SomeImage containingOn(String arch, String... nvras) {
        if (rpms == null) rpms = new TreeMap<>();
        rpms.put(arch, Arrays.stream(nvras).map(Rpm::parse).toList());
        return this;
    }

    SomeImage unknownContent() {
        rpms = null;
        return this;
    }

    SomeImage from(String parentNvr) {
        parent = new Nvr(parentNvr);
        return this;
    }

    SomeImage contentSets(String... sets) {
        contentSets = Set.of(sets);
        return this;
    }

    SomeImage label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    ImageRecord record() {
        return new ImageRecord(nvr, placements, new TreeSet<>(contentSets), parent, labels, rpms);
    }
}
