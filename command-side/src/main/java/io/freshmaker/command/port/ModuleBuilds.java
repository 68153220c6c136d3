package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Map;

/** Knows which module a build is of. May throw {@link Unavailable}. */
@FunctionalInterface
public interface ModuleBuilds {

    /** By the NVRs of their builds; what is not known, or no build of a module, is missing. Many are asked for together. */
    Map<Nvr, BuiltModule> modules(Collection<Nvr> builds);
}
