package io.freshmaker.command.port;

import java.util.List;

/** Knows which RPMs came out of a build. May throw {@link Unavailable}. */
public interface Updates {
    /** The RPMs of the build with this NVR; none when the build is not known. */
    List<Rpm> rpmsOf(String build);
}
