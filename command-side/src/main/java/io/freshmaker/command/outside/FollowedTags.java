package io.freshmaker.command.outside;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code freshmaker.followed-tags}: the Koji tags whose new builds are triggers, each with the dist-git branch that
 * its builds come from.
 */
@ConfigurationProperties("freshmaker")
public record FollowedTags(@DefaultValue Map<String, String> followedTags) {

    public FollowedTags {
        followedTags = Map.copyOf(followedTags);
    }

    /** The branch that builds with this tag come from; nothing when the tag is not followed. */
    public Optional<String> branchOf(String tag) {
        return Optional.ofNullable(followedTags.get(tag));
    }

    public boolean isEmpty() {
        return followedTags.isEmpty();
    }
}
