package io.freshmaker.api.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.freshmaker.api.reason.Reason;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an image's build needs beside its sources (spec §2.7), and what is done after it.
 *
 * @param arches none: as the target says
 * @param flatpak whether it is a Flatpak
 * @param isolated whether it is built as a release beside the newest one
 * @param renewedComposes numbers of the original build's composes, which are passed on
 * @param repositories addresses of {@code .repo} files
 * @param composes what has to be made before it is built
 * @param advisory whose RPMs it must contain once it is built; null: that is not looked at
 * @param flaw why it can never be built: it is planned, and fails at once; null for most
 * @param bundle what it is built with as an operator bundle; null for what is none
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Preparation(
        List<String> arches,
        boolean flatpak,
        boolean isolated,
        List<Long> renewedComposes,
        List<String> repositories,
        List<ComposeRequest> composes,
        @Nullable Long advisory,
        @Nullable Reason flaw,
        @Nullable BundleOverrides bundle) {

    /** Nothing but its sources. */
    public static final Preparation NONE =
            new Preparation(List.of(), false, false, List.of(), List.of(), List.of(), null, null);

    public Preparation {
        arches = copy(arches);
        renewedComposes = copy(renewedComposes);
        repositories = copy(repositories);
        composes = copy(composes);
    }

    /** Of what is no bundle. */
    public Preparation(
            List<String> arches,
            boolean flatpak,
            boolean isolated,
            List<Long> renewedComposes,
            List<String> repositories,
            List<ComposeRequest> composes,
            @Nullable Long advisory,
            @Nullable Reason flaw) {
        this(arches, flatpak, isolated, renewedComposes, repositories, composes, advisory, flaw, null);
    }

    /** The same, which can never be built. */
    public Preparation flawed(Reason why) {
        return new Preparation(
                arches, flatpak, isolated, renewedComposes, repositories, composes, advisory, why, bundle);
    }

    /** Whether it is a bundle, and waits for digests that nobody knows yet. */
    @JsonIgnore
    public boolean isUnpinned() {
        return bundle != null && !bundle.awaited().isEmpty();
    }

    /** The same with what is put into the bundle, now that all of it is known. */
    public Preparation with(BundleOverrides pinned) {
        return new Preparation(
                arches, flatpak, isolated, renewedComposes, repositories, composes, advisory, flaw, pinned);
    }

    /** Two handlers want the same artifact: it waits for the composes of both. */
    Preparation mergedWith(Preparation other) {
        Preparation first = equals(NONE) ? other : this;
        return new Preparation(
                first.arches,
                first.flatpak,
                first.isolated,
                first.renewedComposes,
                first.repositories,
                Stream.concat(composes.stream(), other.composes.stream())
                        .distinct()
                        .toList(),
                first.advisory,
                first.flaw,
                first.bundle);
    }

    /** Equals what facts leave out, because nothing is needed. */
    static final class Nothing {

        @Override
        public boolean equals(@Nullable Object other) {
            return other == null || other.equals(NONE);
        }

        @Override
        public int hashCode() {
            return NONE.hashCode();
        }
    }

    /** Facts leave out what is empty. */
    private static <T> List<T> copy(@Nullable Collection<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
