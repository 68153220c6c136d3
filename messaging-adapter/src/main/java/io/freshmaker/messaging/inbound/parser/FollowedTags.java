package io.freshmaker.messaging.inbound.parser;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code freshmaker.followed-tags}: the Koji tags whose new builds are triggers, each with the dist-git branch that
 * its builds come from. A wrong one stops the start with a sentence that names it.
 */
@ConfigurationProperties("freshmaker")
public record FollowedTags(@DefaultValue Map<String, String> followedTags) {

    public FollowedTags {
        followedTags = Map.copyOf(followedTags);
        followedTags.forEach((tag, branch) -> {
            check("freshmaker.followed-tags", ValueKind.TAG, tag);
            check("freshmaker.followed-tags." + tag, ValueKind.BRANCH, branch);
        });
    }

    boolean isEmpty() {
        return followedTags.isEmpty();
    }

    Optional<String> branchOf(String tag) {
        return Optional.ofNullable(followedTags.get(tag));
    }

    private static void check(String setting, ValueKind kind, String value) {
        if (!kind.allows(value)) {
            throw new IllegalArgumentException(
                    "%s: expected %s, found '%s'".formatted(setting, kind, Escaped.of(value)));
        }
    }
}
