package io.freshmaker.command.metadata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.ImageRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Images that are asked for by NVR, many at once. What was answered is remembered for a while, also when a later part of the same
 * question fails; what a system does not know, it is asked for again.
 */
public final class ImagesByNvr {

    private static final int AT_ONCE = 20;

    private final Chunks chunks;
    private final Remembered<Nvr, ImageRecord> known;

    public ImagesByNvr(String system, Duration lifetime, int most, Clock clock) {
        this.chunks = new Chunks(system, AT_ONCE);
        this.known = new Remembered<>(lifetime, most, clock);
    }

    /** In the order of NVRs. */
    public List<ImageRecord> get(Collection<Nvr> wanted, Function<List<Nvr>, List<ImageRecord>> question) {
        SortedMap<Nvr, ImageRecord> found = new TreeMap<>();
        Queue<Nvr> unknown = new ArrayDeque<>();
        for (Nvr nvr : wanted.stream().distinct().sorted().toList()) {
            known.get(nvr).ifPresentOrElse(image -> found.put(nvr, image), () -> unknown.add(nvr));
        }
        chunks.ask(
                unknown,
                chunk -> question.apply(chunk).forEach(image -> {
                    known.put(image.nvr(), image);
                    found.put(image.nvr(), image);
                }));
        return List.copyOf(found.values());
    }
}
