package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A plan as tests read it. */
final class Shown {
    private Shown() {}

    /** NVRs of what is rebuilt, parents first. */
    static List<String> rebuilt(ImagePlan plan) {
        return plan.images().stream().map(node -> node.image().nvr().value()).toList();
    }

    /** Why an image was declined, which it must have been. */
    static Reason reasonOf(ImagePlan plan, String nvr) {
        return Objects.requireNonNull(declined(plan).get(nvr), nvr);
    }

    /** Of each image that is declined, why. */
    static Map<String, Reason> declined(ImagePlan plan) {
        Map<String, Reason> declined = new LinkedHashMap<>();
        plan.declined().forEach(one -> declined.put(one.image().nvr().value(), one.reason()));
        return declined;
    }

    static Node node(ImagePlan plan, String nvr) {
        return plan.images().stream()
                .filter(node -> node.image().nvr().value().equals(nvr))
                .findFirst()
                .orElseThrow(() -> new AssertionError(nvr + " is not rebuilt, but " + rebuilt(plan)));
    }

    static List<String> parents(ImagePlan plan, String nvr) {
        return texts(node(plan, nvr).parents());
    }

    static List<String> originals(ImagePlan plan, String nvr) {
        return texts(node(plan, nvr).originalParents());
    }

    static Set<String> contentSets(ImagePlan plan, String nvr) {
        return node(plan, nvr).contentSets();
    }

    private static List<String> texts(List<Nvr> nvrs) {
        return nvrs.stream().map(Nvr::value).toList();
    }
}
