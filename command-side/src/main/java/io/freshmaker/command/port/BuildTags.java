package io.freshmaker.command.port;

import java.util.List;

/** Knows which tags builds have. May throw {@link Unavailable}. */
public interface BuildTags {

    /** The tags that the build with this NVR has now; none when it is not known. */
    List<String> tagsOf(String build);
}
