package io.freshmaker.command.port;

import java.util.List;

/** Knows modules. May throw {@link Unavailable}; what nobody knows is an empty list, never a failure. */
public interface Modules {
    /**
     * The modules, each in its latest version, that have this RPM, from this branch of dist-git, among their components; in the
     * order of name and stream.
     */
    List<KnownModule> containing(String rpm, String branch);

    /**
     * The modules, each in its latest version, that have this module, in this stream, among what they are built with; in the order
     * of name and stream.
     */
    List<KnownModule> builtWith(String name, String stream);
}
