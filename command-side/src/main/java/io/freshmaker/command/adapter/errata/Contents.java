package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.errata.Told.Kind;
import io.freshmaker.command.port.AdvisoryContent;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What advisories ship: builds, their RPMs, those that fix CVEs, and where to (spec §9.1, §5.2.1). */
final class Contents {

    private static final AdvisoryContent NOTHING =
            new AdvisoryContent(List.of(), List.of(), List.of(), List.of(), List.of(), false);

    private final ErrataApi errata;
    private final ProductVersions versions;

    Contents(ErrataApi errata, ProductVersions versions) {
        this.errata = errata;
        this.versions = versions;
    }

    AdvisoryContent of(long id) {
        String path = "advisory/%d/builds.json".formatted(id);
        return errata.objectIfAny(path)
                .map(found -> content(id, new Told(path, found)))
                .orElse(NOTHING);
    }

    /** Whether all builds are signed; false for one without builds. */
    boolean areSigned(long id) {
        String path = "api/v1/erratum/%d/builds_list?with_sig_key=1".formatted(id);
        List<Told> builds = new Told(path, errata.object(path))
                .fields().values().stream()
                        .flatMap(version -> version.get("builds").elements())
                        .flatMap(build -> build.fields().values().stream())
                        .toList();
        return !builds.isEmpty()
                && builds.stream()
                        .allMatch(build -> build.get("is_signed").json().booleanValue());
    }

    private AdvisoryContent content(long id, Told found) {
        Predicate<String> wanted = versions.wantedOf(id);
        List<Map.Entry<String, Told>> builds = found.fields().entrySet().stream()
                .filter(version -> wanted.test(version.getKey()))
                .flatMap(version -> version.getValue().elements())
                .flatMap(build -> build.fields().entrySet().stream())
                .toList();
        List<RpmFile> files = builds.stream()
                .flatMap(build -> RpmFile.allIn(build.getValue()))
                .toList();
        List<Nvr> rpms = nvrs(files.stream().filter(file -> !file.source()));
        List<Nvr> fixes = fixes(id, wanted);
        return new AdvisoryContent(
                builds.stream().map(build -> found.nvr(build.getKey())).toList(),
                nvrs(files.stream().filter(RpmFile::source)),
                rpms,
                fixes.isEmpty() ? rpms : fixes,
                repositories(id),
                areSigned(id));
    }

    /** None where no CVE is named. */
    private List<Nvr> fixes(long id, Predicate<String> wanted) {
        String path = "api/v1/erratum/%d/builds_by_cve".formatted(id);
        return nvrs(new Told(path, errata.object(path))
                .fields().values().stream()
                        .flatMap(cve -> cve.fields().entrySet().stream())
                        .filter(version -> wanted.test(version.getKey()))
                        .flatMap(version -> version.getValue().get("builds").elements())
                        .flatMap(build -> build.fields().values().stream())
                        .flatMap(build -> RpmFile.allIn(build.get("variant_arch")))
                        .filter(file -> !file.source()));
    }

    private List<String> repositories(long id) {
        String path = "errata/get_pulp_packages/%d.json".formatted(id);
        Told packages = new Told(path, errata.object(path));
        return packages.fields().keySet().stream()
                .map(repository -> packages.checked(Kind.REPOSITORY, repository))
                .toList();
    }

    private static List<Nvr> nvrs(Stream<RpmFile> files) {
        return files.map(RpmFile::nvr).toList();
    }
}
