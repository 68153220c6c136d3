package io.freshmaker.command.port;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How images were built, in memory. */
public final class MemoryImageBuilds implements BuiltImageSource {

    private final Map<Nvr, BuiltImage> images = new TreeMap<>();

    public MemoryImageBuilds with(BuiltImage image) {
        images.put(image.nvr(), image);
        return this;
    }

    /** From the sources that {@link FakeCatalog#image} says, for x86_64. */
    public static BuiltImage image(String nvr, String... parents) {
        return image(nvr, false, List.of(), null, parents);
    }

    public static BuiltImage image(
            String nvr, boolean base, List<Long> composes, @Nullable String flaw, String... parents) {
        Nvr parsed = new Nvr(nvr);
        Source source = new Source("container/" + parsed.name(), "f42", "0123456789abcdef", "f42-container-candidate");
        return new BuiltImage(
                parsed,
                source,
                Arrays.stream(parents).map(Nvr::new).toList(),
                base,
                List.of("x86_64"),
                composes,
                false,
                flaw);
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        Map<Nvr, BuiltImage> found = new TreeMap<>(images);
        found.keySet().retainAll(nvrs);
        return found;
    }
}
