package io.freshmaker.command.adapter.pdc;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.UnbuiltImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The containers that include an RPM, from PDC (spec §6.5, §9.6). It knows branches, but no builds of them: neither NVRs, nor
 * parents, nor versions of RPMs.
 */
public final class PdcImages implements Images {

    private static final Logger log = LoggerFactory.getLogger(PdcImages.class);

    /** Names in one query, so that its address does not become too long. */
    private static final int NAMES = 50;

    private static final String RELATIONSHIPS = "release-component-relationships";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}");

    private final PdcApi pdc;

    PdcImages(PdcApi pdc) {
        this.pdc = pdc;
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        return List.of();
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        return List.of();
    }

    @Override
    public List<UnbuiltImage> unbuiltContaining(Collection<String> rpmNames) {
        List<UnbuiltImage> images = new ArrayList<>();
        rpmsByContainer(rpmNames)
                .forEach((id, rpms) -> pdc.one("release-components", id).stream()
                        .flatMap(container -> image(id, container, rpms))
                        .forEach(images::add));
        return images.stream()
                .sorted(Comparator.comparing(UnbuiltImage::name)
                        .thenComparing(image -> image.source().branch()))
                .toList();
    }

    /** By PDC's id, so that each is asked about once. */
    private Map<String, SortedSet<String>> rpmsByContainer(Collection<String> rpmNames) {
        List<String> names = rpmNames.stream().distinct().sorted().toList();
        Map<String, SortedSet<String>> rpms = new TreeMap<>();
        for (int at = 0; at < names.size(); at += NAMES) {
            Query query = Query.of("type", "ContainerIncludesRPM");
            for (String name : names.subList(at, Math.min(names.size(), at + NAMES))) {
                query = query.and("to_component_name", name);
            }
            pdc.all(RELATIONSHIPS, query)
                    .forEach(one -> rpms.computeIfAbsent(container(one), _ -> new TreeSet<>())
                            .add(one.path("to_component").path("name").asText()));
        }
        return rpms;
    }

    /** The id of the container that includes an RPM. */
    private static String container(JsonNode relationship) {
        JsonNode id = relationship.path("from_component").path("id");
        if (id.isValueNode() && relationship.path("to_component").path("name").isTextual()) return id.asText();
        throw PdcApi.strange(RELATIONSHIPS + "/", "a relationship without its components");
    }

    /** None when it, or the release that it belongs to, is not active any more. */
    private static Stream<UnbuiltImage> image(String id, JsonNode container, SortedSet<String> rpms) {
        if (isInactive(container) || isInactive(container.path("release"))) return Stream.of();
        if (!container.path("name").isTextual()) {
            throw PdcApi.strange("release-components/" + id + "/", "a container without a name");
        }
        String name = container.path("name").asText();
        String branch = container.path("dist_git_branch").asText("");
        if (!NAME.matcher(name).matches() || !NAME.matcher(branch).matches()) {
            log.warn("The container {} of PDC has no name or no dist_git_branch that can be built", id);
            return Stream.of();
        }
        return Stream.of(new UnbuiltImage(name, Source.container(name, branch, null), List.copyOf(rpms)));
    }

    private static boolean isInactive(JsonNode one) {
        return one.hasNonNull("active") && !one.path("active").asBoolean();
    }
}
