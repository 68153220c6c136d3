package io.freshmaker.command.outside;

import java.util.Map;
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

    public boolean isEmpty() {
        return followedTags.isEmpty();
    }
}
