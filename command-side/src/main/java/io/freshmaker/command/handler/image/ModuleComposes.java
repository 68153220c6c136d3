package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.Compose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The composes of a Flatpak (spec §5.6, 4): those of the original build, but in the place of those of modules that the advisory brings
 * anew one with its builds of them.
 *
 * @param kept numbers of the original build's composes
 * @param request the one that is to be made
 */
record ModuleComposes(List<Long> kept, ComposeRequest request) {

    /** @param originals what ODCS knows of the original build's composes; what it does not know any more is kept, and ODCS has the last word */
    static ModuleComposes of(BuiltImage image, Map<Long, Compose> originals, Collection<BuiltModule> modules) {
        Set<String> updated = modules.stream().map(BuiltModule::nameAndStream).collect(Collectors.toSet());
        Set<String> source = modules.stream().map(BuiltModule::nsvc).collect(Collectors.toCollection(TreeSet::new));
        List<Long> kept = new ArrayList<>();
        for (long number : image.composes()) {
            List<String> builds = modulesIn(originals.get(number));
            if (builds.stream().noneMatch(build -> updated.contains(nameAndStream(build)))) kept.add(number);
            else
                builds.stream()
                        .filter(build -> !updated.contains(nameAndStream(build)))
                        .forEach(source::add);
        }
        return new ModuleComposes(kept, ComposeRequest.ofModules(source, image.arches()));
    }

    /** None where it is made of something else. */
    private static List<String> modulesIn(@Nullable Compose compose) {
        if (compose == null || compose.type() != ComposeType.MODULE) return List.of();
        return Arrays.stream(compose.source().split("\\s+")).toList();
    }

    private static String nameAndStream(String nsvc) {
        String[] parts = nsvc.split(":", 3);
        return parts.length < 2 ? nsvc : parts[0] + ":" + parts[1];
    }
}
