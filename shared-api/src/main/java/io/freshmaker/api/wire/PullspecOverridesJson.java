package io.freshmaker.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.Pullspec;
import java.util.List;
import java.util.Map;

/** What OSBS is told of a bundle, field for field as the original tells it (spec §7.9, §10.2, §17). */
public record PullspecOverridesJson(
        @JsonProperty("pullspec_replacements") List<Replacement> pullspecReplacements,
        @JsonProperty("update") Update update) {

    /** One pullspec of the bundle; {@code new} is what stands in it from now on. */
    public record Replacement(
            @JsonProperty("new") String current,
            @JsonProperty("original") String original,
            @JsonProperty("pinned") boolean pinned) {

        static Replacement of(Pullspec pullspec) {
            return new Replacement(pullspec.current(), pullspec.original(), pullspec.pinned());
        }
    }

    /** What is put into its ClusterServiceVersion. */
    public record Update(
            @JsonProperty("metadata") Metadata metadata,
            @JsonProperty("spec") Spec spec) {}

    /** The part {@code metadata} of a ClusterServiceVersion; annotations that are not named here stay as they are. */
    public record Metadata(
            @JsonProperty("name") String name,

            @JsonProperty("annotations") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            Map<String, String> annotations) {}

    /** The part {@code spec} of a ClusterServiceVersion. */
    public record Spec(@JsonProperty("version") String version) {}

    /** The annotation by which OLM takes a bundle instead of an earlier one. */
    private static final String SUBSTITUTES_FOR = "olm.substitutesFor";

    public static PullspecOverridesJson of(BundleOverrides bundle) {
        String substitutesFor = bundle.substitutesFor();
        return new PullspecOverridesJson(
                bundle.pullspecs().stream().map(Replacement::of).toList(),
                new Update(
                        new Metadata(
                                bundle.csvName(),
                                substitutesFor == null ? Map.of() : Map.of(SUBSTITUTES_FOR, substitutesFor)),
                        new Spec(bundle.csvVersion())));
    }

    /** Where a build's are found, without the server. */
    public static String pathOf(int build) {
        return "/api/2/pullspec_overrides/" + build;
    }
}
