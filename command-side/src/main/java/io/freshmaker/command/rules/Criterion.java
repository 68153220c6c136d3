package io.freshmaker.command.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a rule can ask about (spec §8.3); booleans are {@code True} and {@code False}, as the original's rules write them. */
public enum Criterion {
    /** The N of an image's NVR, or the module's name. */
    NAME,
    /** The branch in dist-git; for a module that of its stream. Not known of the images of an advisory. */
    BRANCH,
    DRY_RUN,
    MANUAL,

    ADVISORY_NAME,
    ADVISORY_STATE,
    /** In lower case, e.g. {@code important}. */
    ADVISORY_SECURITY_IMPACT,
    /** The seed era's word for {@link #ADVISORY_SECURITY_IMPACT}. */
    ADVISORY_HIGHEST_CVE_SEVERITY,
    ADVISORY_PRODUCT_SHORT_NAME,
    ADVISORY_RELEASE_NAME,
    /** Sorted, blank-separated. */
    ADVISORY_CONTENT_TYPES,
    ADVISORY_IS_MAJOR_INCIDENT,
    /** The seed era's word for {@link #ADVISORY_IS_MAJOR_INCIDENT}. */
    ADVISORY_HAS_HIGHTOUCH_BUG,
    ADVISORY_IS_COMPLIANCE_PRIORITY,
    ADVISORY_IS_CONTRACT_PRIORITY,

    /** Whether only published images are looked at for the advisory. */
    PUBLISHED,

    /** As {@link #NAME}. */
    IMAGE_NAME,
    IMAGE_VERSION,
    IMAGE_RELEASE,
    /** The repository whose tag for automatic rebuilds the image has; of images that a person named it is not known. */
    IMAGE_PUBLISHED_REPO;

    /** What is known of an image only, while one asks about its advisory. */
    public static final Set<Criterion> OF_IMAGES =
            Set.copyOf(EnumSet.of(NAME, IMAGE_NAME, IMAGE_VERSION, IMAGE_RELEASE, IMAGE_PUBLISHED_REPO));

    /** As it is written in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Criterion> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
