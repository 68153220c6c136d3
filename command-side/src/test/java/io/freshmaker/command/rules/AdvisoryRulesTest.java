package io.freshmaker.command.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules asked about an advisory and then about its images: the original's cases (spec §8.4, §19.5) and where we differ (E10). */
class AdvisoryRulesTest {
    private static final String HANDLER = "SomeHandler";

    @TempDir
    Path folder;

    /** The table of spec §8.4; what is known stands as criterion=value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {advisory_state: [REL_PREP, SHIPPED_LIVE]}                   | advisory_state=SHIPPED_LIVE published=True  | true
        {advisory_state: [REL_PREP, SHIPPED_LIVE], published: false} | advisory_state=SHIPPED_LIVE published=True  | false
        {advisory_state: [REL_PREP, SHIPPED_LIVE], published: false} | advisory_state=SHIPPED_LIVE published=False | true
        {advisory_state: [REL_PREP, SHIPPED_LIVE]}                   | dry_run=False                               | false
        {any: [{name: testmodule}, {branch: master}]}                | name=other branch=master                    | true
        {advisory_name: 'RHSA-\\d+:\\d+'}                            | advisory_name=RHSA-2017:1000                | true
        {advisory_name: 'RHSA-\\d+:\\d+'}                            | advisory_name=RHBA-2017:1000                | false
        {}                                                           | advisory_name=RHSA-2017:1000                | false
        {advisory_state: REL}                                        | advisory_state=REL_PREP                     | true
        {advisory_state: 'REL$'}                                     | advisory_state=REL_PREP                     | false
        """)
    void with_everything_known_a_rule_decides_as_the_originals(String rule, String known, boolean allowed) {
        assertThat(objection(allow(rule), criteria(known)).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"RHSA-2017:1000, true", "RHSA-2016:1000, false"})
    void a_block_rule_takes_advisories_from_what_is_allowed(String name, boolean allowed) {
        String text = allow("{advisory_name: 'RHSA-\\d+:\\d+'}") + block("{advisory_name: 'RHSA-2016:\\d+'}");

        assertThat(objection(text, Criteria.NONE.with(Criterion.ADVISORY_NAME, name))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    /** The original's longest example (spec §8.4). */
    @ParameterizedTest
    @CsvSource({
        "RHSA-2026:1, SHIPPED_LIVE, True,  low,       true",
        "RHSA-2026:1, SHIPPED_LIVE, False, important, true",
        "RHSA-2026:1, SHIPPED_LIVE, False, moderate,  false",
        "RHSA-2026:1, REL_PREP,     True,  critical,  false",
        "RHBA-2026:1, SHIPPED_LIVE, True,  critical,  false"
    })
    void conditions_nest(String name, String state, String major, String impact, boolean allowed) {
        String text = allow("{all: [{advisory_name: 'RHSA-.*', advisory_state: SHIPPED_LIVE},"
                + " {any: [{advisory_is_major_incident: true}, {advisory_security_impact: [critical, important]}]}]}");
        String known = "advisory_name=%s advisory_state=%s advisory_is_major_incident=%s advisory_security_impact=%s"
                .formatted(name, state, major, impact);

        assertThat(objection(text, criteria(known)).isEmpty()).isEqualTo(allowed);
    }

    /** While an image is still to be named: what may be allowed later is not forbidden now, and what may be blocked later neither. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {image_name: foo}                                              | true
        {advisory_name: RHSA, image_name: foo}                         | true
        {advisory_name: RHBA, image_name: foo}                         | false
        {all: [{advisory_name: RHSA}, {image_name: foo}]}              | true
        {all: [{advisory_name: RHBA}, {image_name: foo}]}              | false
        {any: [{advisory_name: RHBA}, {image_name: foo}]}              | true
        {any: [{advisory_name: RHBA}, {advisory_name: RHEA}]}          | false
        {all: [{advisory_name: RHSA}, {published: false}]}             | true
        {all: []}                                                      | false
        {branch: f42}                                                  | false
        """)
    void an_allow_rule_forbids_an_advisory_only_if_it_can_match_no_image(String rule, boolean allowed) {
        assertThat(objection(allow(rule), advisory()).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {image_name: foo}                                              | false
        {advisory_name: RHSA, image_name: foo}                         | false
        {all: [{advisory_name: RHSA}, {image_name: foo}]}              | false
        {any: [{advisory_name: RHSA}, {image_name: foo}]}              | true
        {any: [{image_name: foo}, {advisory_name: RHSA}]}              | true
        {advisory_name: RHSA}                                          | true
        {advisory_name: RHBA}                                          | false
        """)
    void a_block_rule_blocks_an_advisory_only_if_it_blocks_every_image(String rule, boolean blocked) {
        String text = allow("{advisory_name: '.*'}") + block(rule);

        assertThat(objection(text, advisory()).isPresent()).isEqualTo(blocked);
    }

    @Test
    void the_reason_names_the_part_that_blocks_whatever_the_image() {
        String text = allow("{advisory_name: '.*'}")
                + "block:\n"
                + "  global:\n"
                + "    image:\n"
                + "      any:\n"
                + "        - {image_name: foo}\n"
                + "        - {advisory_name: RHSA}\n";

        assertThat(objection(text, advisory()))
                .map(Reason::facts)
                .contains(Map.of("handler", HANDLER, "rule", "block.global.image", "place", "rules.yml:7"));
    }

    /** Spec §19.5, R10; where the original blocks the whole advisory at its first check (upstream defect E10). */
    @ParameterizedTest
    @CsvSource({
        "foo-bar1/baz,   moderate,  False, false",
        "foo-bar1/baz,   important, False, true",
        "foo-bar1/baz,   moderate,  True,  true",
        "bar/baz,        moderate,  False, false",
        "notfoo-bar/baz, moderate,  False, true"
    })
    void a_block_map_of_repository_and_impact_blocks_single_images(
            String repository, String impact, String major, boolean allowed) {
        String text = allow("{advisory_security_impact: [moderate, important]}")
                + block("{image_published_repo: ['^foo-.*', '^bar/.*'], advisory_security_impact: [low, moderate],"
                        + " advisory_is_major_incident: false}");
        Criteria advisory =
                criteria("advisory_security_impact=%s advisory_is_major_incident=%s".formatted(impact, major));

        assertThat(objection(text, advisory.without(Criterion.OF_IMAGES))).isEmpty();
        assertThat(objection(text, advisory.with(Criterion.IMAGE_PUBLISHED_REPO, repository))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    /** Spec §19.5, R11. */
    @ParameterizedTest
    @CsvSource({"foo, 1, true", "foo, 7.3, false", "unknown, 1, false", "bar, 7.3, true"})
    void a_block_of_name_and_version_blocks_single_images(String name, String version, boolean allowed) {
        String text = allow("{image_name: [foo, bar]}") + block("{all: [{image_name: foo}, {image_version: '7\\.3'}]}");

        assertThat(objection(text, advisory())).isEmpty();
        assertThat(objection(text, criteria("image_name=%s image_version=%s".formatted(name, version)))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    private static Criteria advisory() {
        return criteria("advisory_name=RHSA-2026:1")
                .without(Criterion.OF_IMAGES)
                .without(Set.of(Criterion.PUBLISHED));
    }

    private static Criteria criteria(String known) {
        Criteria criteria = Criteria.NONE;
        for (String one : known.split(" ")) {
            String[] parts = one.split("=", 2);
            criteria = criteria.with(Criterion.of(parts[0]).orElseThrow(), parts[1]);
        }
        return criteria;
    }

    private static String allow(String rule) {
        return "allow: {global: {image: " + rule + "}}\n";
    }

    private static String block(String rule) {
        return "block: {global: {image: " + rule + "}}\n";
    }

    private Optional<Reason> objection(String text, Criteria criteria) {
        try {
            Path file = Files.writeString(folder.resolve("rules.yml"), text);
            return new RulesFile(file).objection(HANDLER, ArtifactType.IMAGE, criteria);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
