package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;

/**
 * What an advisory ships (spec §9.1). All lists are sorted.
 *
 * @param builds the NVRs of its builds
 * @param sources the NVRs of its source RPMs
 * @param rpms the NVRs of all its binary RPMs
 * @param fixes the NVRs of the binary RPMs that fix its CVEs; all of them where none are named
 * @param repositories the ids of the Pulp repositories that it is shipped in
 * @param signed whether all builds are
 */
public record AdvisoryContent(
        List<Nvr> builds,
        List<Nvr> sources,
        List<Nvr> rpms,
        List<Nvr> fixes,
        List<String> repositories,
        boolean signed) {

    public AdvisoryContent {
        builds = builds.stream().distinct().sorted().toList();
        sources = sources.stream().distinct().sorted().toList();
        rpms = rpms.stream().distinct().sorted().toList();
        fixes = fixes.stream().distinct().sorted().toList();
        repositories = repositories.stream().distinct().sorted().toList();
    }

    /** Whether all of it is signed, and shipped to hidden repositories only, as modules are that Flatpaks are built from (spec §9.1). */
    public boolean isForFlatpaks() {
        return signed
                && !repositories.isEmpty()
                && repositories.stream().allMatch(repository -> repository.contains("-hidden-"));
    }
}
