package io.freshmaker.command.handler.image;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan;
import io.freshmaker.command.image.ImagePlan.Declined;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.EarlierRebuilds;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Images that were rebuilt for an advisory before and contain what it ships now: they are left alone, and what is built from them
 * is built from their rebuilds (spec §5.2 step 3, §2.11). What was rebuilt with RPMs that the advisory does not have any more is
 * rebuilt again.
 */
record EarlierImages(long advisory, Map<Nvr, Rebuilt> byOriginal) {

    static EarlierImages of(long advisory, AdvisoryContent content, Stream<Rebuilt> rebuilt) {
        Set<Nvr> shipped = new HashSet<>(content.rpms());
        shipped.addAll(content.fixes());
        return of(advisory, rebuilt.filter(one -> shipped.containsAll(one.contained())));
    }

    /** Why each image is left alone that an Event did which a request builds upon, whatever it contains. */
    static Map<Nvr, Reason> builtUpon(Wish wish, long advisory, Supplier<EarlierRebuilds> earlier) {
        if (!wish.buildsUponEvents()) return Map.of();
        return of(advisory, earlier.get().of(advisory).stream().filter(wish::isBuiltUpon))
                .reasons();
    }

    /** Of several rebuilds of one image the last counts. */
    private static EarlierImages of(long advisory, Stream<Rebuilt> rebuilt) {
        return new EarlierImages(
                advisory, rebuilt.collect(toMap(Rebuilt::original, Function.identity(), (_, later) -> later)));
    }

    /** Why each is left alone. */
    Map<Nvr, Reason> reasons() {
        return byOriginal.entrySet().stream().collect(toMap(Map.Entry::getKey, one -> reason(one.getValue())));
    }

    /** Without those that others are built from: these are built from what there is already. */
    ImagePlan without(ImagePlan plan) {
        Map<Nvr, Reason> reasons = reasons();
        List<Declined> declined = new ArrayList<>(plan.declined());
        List<Node> images = new ArrayList<>();
        for (Node node : plan.images()) {
            Reason reason = reasons.get(node.image().nvr());
            if (reason == null) images.add(without(node));
            else declined.add(new Declined(node.image(), node.built(), reason));
        }
        return new ImagePlan(images, declined);
    }

    private Node without(Node node) {
        Map<Boolean, List<Nvr>> parents = node.parents().stream().collect(partitioningBy(byOriginal::containsKey));
        List<Nvr> originals = new ArrayList<>(Objects.requireNonNull(parents.get(true)));
        originals.addAll(node.originalParents());
        return new Node(
                node.image(),
                node.built(),
                node.directly(),
                node.reason(),
                Objects.requireNonNull(parents.get(false)),
                originals,
                node.contentSets(),
                node.flaw());
    }

    /** What is built from an image is built from this. */
    String inUse(Nvr image) {
        Rebuilt rebuilt = byOriginal.get(image);
        return rebuilt == null ? image.value() : rebuilt.rebuilt().value();
    }

    private Reason reason(Rebuilt rebuilt) {
        return new Reason(
                ReasonCode.ALREADY_REBUILT,
                Map.of(
                        "advisory", String.valueOf(advisory),
                        "event", String.valueOf(rebuilt.event()),
                        "build", String.valueOf(rebuilt.build()),
                        "rebuilt", rebuilt.rebuilt().value()));
    }
}
