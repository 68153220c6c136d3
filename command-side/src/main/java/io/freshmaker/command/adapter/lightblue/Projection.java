package io.freshmaker.command.adapter.lightblue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which fields Lightblue is to tell of what it finds. */
final class Projection {

    private static final List<String> IMAGE = List.of(
            "brew",
            "architecture",
            "content_sets",
            "parent_brew_build",
            "parsed_data.layers.*",
            "parsed_data.labels",
            "repositories.*.published",
            "repositories.*.registry",
            "repositories.*.repository",
            "repositories.*.tags.*.name");

    static final List<Map<String, Object>> REPOSITORY =
            fields(List.of("registry", "repository", "published", "auto_rebuild_tags", "release_categories"));

    static final List<Map<String, Object>> IMAGE_WITHOUT_RPMS = fields(IMAGE);

    static final List<Map<String, Object>> IMAGE_WITH_RPMS = withRpms(field("rpm_manifest.*.rpms.*.nvra"));

    private Projection() {}

    /** With those of its RPMs that have one of these names. */
    static List<Map<String, Object>> imageWith(Collection<String> rpmNames) {
        return withRpms(Map.of(
                "field",
                "rpm_manifest.*.rpms",
                "include",
                true,
                "recursive",
                true,
                "match",
                Condition.in("name", rpmNames),
                "project",
                List.of(field("nvra"))));
    }

    private static List<Map<String, Object>> withRpms(Map<String, Object> rpms) {
        List<Map<String, Object>> fields = new ArrayList<>(fields(IMAGE));
        fields.add(rpms);
        return List.copyOf(fields);
    }

    private static List<Map<String, Object>> fields(List<String> names) {
        return names.stream().map(Projection::field).toList();
    }

    private static Map<String, Object> field(String name) {
        return Map.of("field", name, "include", true, "recursive", true);
    }
}
