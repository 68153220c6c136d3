package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.SortedMap;

/** Knows what came out of an image's build. May throw {@link Unavailable}. */
public interface BuiltContent {

    /** The RPMs in each architecture of the image; empty when it is not known. */
    SortedMap<String, List<Rpm>> rpmsOf(Nvr image);
}
