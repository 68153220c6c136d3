package io.freshmaker.command.handler.module;

import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.command.port.Unavailable;

/** Knows from our own facts what led to a new module. */
@FunctionalInterface
public interface ModuleChains {

    /** @throws Unavailable while it is not known yet whether it is a build of ours */
    ModuleChain to(ModuleBuilt trigger);
}
