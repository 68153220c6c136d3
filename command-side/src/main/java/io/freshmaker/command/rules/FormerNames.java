package io.freshmaker.command.rules;

import java.util.Map;

/** Names that handlers had in earlier versions of the original (spec §0.2): rules and settings that say them still mean the same. */
public final class FormerNames {

    private static final Map<String, String> CURRENT = Map.of(
            "UpdateDBOnModuleBuild", "RebuildModulesOnModuleBuilt",
            "MBSModuleStateChangeHandler", "RebuildModulesOnModuleBuilt",
            "GitModuleMetadataChangeHandler", "RebuildModulesOnGitMMDChange",
            "GitRPMSpecChangeHandler", "RebuildModulesOnGitRPMSpecChange",
            "GitDockerfileChangeHandler", "RebuildImagesOnGitDockerfileChange",
            "BodhiUpdateCompleteStableHandler", "RebuildImagesOnRPMBodhiUpdate",
            "ErrataAdvisoryRPMsSignedHandler", "RebuildImagesOnRPMAdvisoryChange");

    private FormerNames() {}

    /** The name that a handler has today. */
    public static String current(String name) {
        return CURRENT.getOrDefault(name, name);
    }
}
