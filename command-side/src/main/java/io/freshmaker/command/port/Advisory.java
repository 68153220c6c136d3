package io.freshmaker.command.port;

import io.freshmaker.api.trigger.AdvisoryReady;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An advisory, without its builds (spec §9.1).
 *
 * @param name e.g. {@code RHSA-2017:1234}
 * @param state e.g. {@code SHIPPED_LIVE}
 * @param contentTypes e.g. {@code rpm}, {@code module}, {@code docker}; sorted
 * @param severity of its worst flaw, in lower case: {@code low}, {@code moderate}, {@code important}, {@code critical} or {@code none}
 * @param product the product's short name, may be empty
 * @param release the release's name, may be empty
 * @param releaseType e.g. {@code Zstream}
 * @param reporter who filed it: a bot's name, never shown and never stored
 */
public record Advisory(
        long id,
        String name,
        String state,
        List<String> contentTypes,
        String severity,
        String product,
        String release,
        @Nullable String releaseType,
        List<String> cves,
        boolean majorIncident,
        boolean compliancePriority,
        boolean contractPriority,
        String reporter) {

    /** In which Flatpaks are rebuilt for it. */
    public static final String FLATPAK_STATE = "QE";

    /** The content type of container images. */
    public static final String IMAGES = "docker";

    /** How the names of the bot begin that files advisories of images which we rebuilt for operators. */
    private static final String BOTAS = "botas";

    private static final Set<String> RPMS = Set.of("rpm", "module");
    private static final Set<String> LAST_STATES = Set.of("SHIPPED_LIVE", "DROPPED_NO_SHIP");

    public Advisory {
        contentTypes = contentTypes.stream().distinct().sorted().toList();
        cves = cves.stream().distinct().sorted().toList();
    }

    /** Whether it fixes RPMs, alone or in modules: images can contain those. */
    public boolean hasRpms() {
        return contentTypes.stream().anyMatch(RPMS::contains);
    }

    /** Whether it ships container images. */
    public boolean hasImages() {
        return contentTypes.contains(IMAGES);
    }

    /** Whether the bot of rebuilt operators filed it. */
    public boolean isOfBotas() {
        return reporter.startsWith(BOTAS);
    }

    /** Whether everybody can install what it fixes. */
    public boolean isShipped() {
        return state.equals(AdvisoryReady.SHIPPED);
    }

    /** Whether an advisory in that state is not to be shipped any more: it was, or never will be. */
    public static boolean isOver(String state) {
        return LAST_STATES.contains(state);
    }

    /** Whether Flatpaks are rebuilt for it, if its content is ready: modules of a Z-stream in QE (spec §9.1). */
    public boolean concernsFlatpaks() {
        return state.equals(FLATPAK_STATE) && contentTypes.contains("module") && "Zstream".equals(releaseType);
    }

    /** The same in a state that somebody knows better. */
    public Advisory in(String other) {
        return new Advisory(
                id,
                name,
                other,
                contentTypes,
                severity,
                product,
                release,
                releaseType,
                cves,
                majorIncident,
                compliancePriority,
                contractPriority,
                reporter);
    }
}
