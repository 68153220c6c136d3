package io.freshmaker.command.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.yaml.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {
    private static final String HANDLER = "SomeHandler";
    private static final Occasion BUILT = new Occasion(false, false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {name: [one, app]}                                 | true
        {name: app, branch: f42}                           | true
        {name: app, branch: f41}                           | false
        {name: "ap"}                                       | true
        {name: "ap$"}                                      | false
        {name: "pp"}                                       | false
        {name: ".*"}                                       | true
        {name: []}                                         | false
        {}                                                 | false
        {any: [{name: other}, {branch: f42}]}              | true
        {any: [{name: other}, {branch: f41}]}              | false
        {any: []}                                          | false
        {all: []}                                          | false
        {all: [{name: app}, {branch: f42}]}                | true
        {all: [{name: app}, {branch: f41}]}                | false
        {all: [{any: [{name: x}, {all: [{name: a}, {branch: f4}]}]}, {manual: false}]} | true
        {all: [{}, {name: app}]}                           | false
        {dry_run: false}                                   | true
        {dry_run: "False"}                                 | true
        {manual: true}                                     | false
        {name: app, manual: [true, false]}                 | true
        {branch: 'f\\d+$'}                                 | true
        """)
    void an_allow_rule_decides_about_the_image_app_on_branch_f42(String rule, boolean allowed) {
        assertThat(objection("allow: {global: {image: " + rule + "}}", image("app"))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void nothing_is_allowed_without_a_rule() {
        for (String text : new String[] {"", "allow: {}", "allow: {global: {module: {name: '.*'}}}"}) {
            assertThat(objection(text, image("app"))).contains(reason(ReasonCode.NOT_ALLOWED, "none", "rules.yml"));
        }
    }

    @Test
    void what_no_rule_matches_is_told_which_rule_was_asked_and_where_it_stands() {
        assertThat(objection("allow:\n  global:\n    image: {name: other}\n", image("app")))
                .contains(reason(ReasonCode.NOT_ALLOWED, "allow.global.image", "rules.yml:3"));
    }

    @Test
    void block_beats_allow_and_names_the_line_of_the_part_that_matched() {
        String text = """
            allow: {global: {image: {name: ".*"}}}
            block:
              global:
                image:
                  any:
                    - {name: "other"}
                    - {name: "legacy-.*"}
            """;

        assertThat(objection(text, image("legacy-app")))
                .contains(reason(ReasonCode.BLOCKED, "block.global.image", "rules.yml:7"));
        assertThat(objection(text, image("app"))).isEmpty();
    }

    @Test
    void the_section_of_a_handler_replaces_the_global_one_for_its_artifact_type_only() {
        String text = """
            allow:
              global:
                image: {name: "app"}
                module: {name: "web"}
              SomeHandler:
                image: {name: "special"}
            """;
        RulesFile rules = rules(text);

        assertThat(rules.objection(HANDLER, image("app"), BUILT))
                .contains(reason(ReasonCode.NOT_ALLOWED, "allow.SomeHandler.image", "rules.yml:6"));
        assertThat(rules.objection(HANDLER, image("special"), BUILT)).isEmpty();
        assertThat(rules.objection(HANDLER, module("web", "1"), BUILT)).isEmpty();
        assertThat(rules.objection("AnotherHandler", image("app"), BUILT)).isEmpty();
        assertThat(rules.objection("AnotherHandler", image("special"), BUILT)).isPresent();
    }

    @Test
    void a_handler_is_also_meant_by_the_names_that_it_once_had() {
        RulesFile rules = rules("allow: {UpdateDBOnModuleBuild: {module: {name: web}}}");

        assertThat(rules.objection("RebuildModulesOnModuleBuilt", module("web", "1"), BUILT))
                .isEmpty();
        assertThat(rules.objection("RebuildModulesOnGitMMDChange", module("web", "1"), BUILT))
                .isPresent();
    }

    @Test
    void a_handler_that_is_meant_twice_is_a_mistake() {
        String twice = """
            allow:
              UpdateDBOnModuleBuild: {module: {name: web}}
              RebuildModulesOnModuleBuilt: {module: {name: app}}
            """;

        assertThatExceptionOfType(Mistake.class)
                .isThrownBy(() -> rules(twice))
                .withMessageContaining("under its other name");
    }

    @Test
    void the_branch_of_a_module_is_its_stream() {
        String text = "allow: {global: {module: {any: [{name: web}, {branch: master}]}}}";

        assertThat(objection(text, module("other", "master"))).isEmpty();
        assertThat(objection(text, module("web", "1.0"))).isEmpty();
        assertThat(objection(text, module("other", "1.0"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alow: {}                                              | rules.yml:1:7: alow: unknown field, expected one of allow, block
        allow: {global: {images: {name: a}}}                  | rules.yml:1:26: allow.global.images: unknown artifact type, expected one of rpm, image, module, image_repository
        allow: {global: {image: {nmae: a}}}                   | rules.yml:1:32: allow.global.image.nmae: unknown criterion or operator, expected one of any, all, name, branch, dry_run, manual, advisory_name, advisory_state, advisory_security_impact, advisory_highest_cve_severity, advisory_product_short_name, advisory_release_name, advisory_content_types, advisory_is_major_incident, advisory_has_hightouch_bug, advisory_is_compliance_priority, advisory_is_contract_priority, published, image_name, image_version, image_release, image_published_repo
        allow: {global: {image: {any: [{none: [{name: a}]}]}}} | rules.yml:1:39: allow.global.image.any[0].none: unknown criterion or operator, expected one of any, all, name, branch, dry_run, manual, advisory_name, advisory_state, advisory_security_impact, advisory_highest_cve_severity, advisory_product_short_name, advisory_release_name, advisory_content_types, advisory_is_major_incident, advisory_has_hightouch_bug, advisory_is_compliance_priority, advisory_is_contract_priority, published, image_name, image_version, image_release, image_published_repo
        allow: {global: {image: [{name: a}]}}                 | rules.yml:1:25: allow.global.image: a list needs an operator, any or all, in front of it
        allow: {global: {image: {any: [], name: a}}}          | rules.yml:1:25: allow.global.image: any or all stands alone; nest the rest in its list
        allow: {global: {image: {any: {name: a}}}}            | rules.yml:1:31: allow.global.image.any: expected a list, but found a map
        allow: {global: {image: {name: {a: b}}}}              | rules.yml:1:32: allow.global.image.name: expected a text, but found a map
        allow: {global: {image: {name: }}}                    | rules.yml:1:31: allow.global.image.name: expected a text, but found nothing
        allow: {global: {image: {manual: no}}}                | rules.yml:1:34: allow.global.image.manual: expected true or false, but found "no"
        allow: {global: {image: {name: '('}}}                 | rules.yml:1:32: allow.global.image.name: not a regular expression: Unclosed group near index 1
        block: {global: {image: {name: [a, '*']}}}            | rules.yml:1:36: block.global.image.name[1]: not a regular expression: Dangling meta character '*' near index 0
        allow: {global: {image: app}}                         | rules.yml:1:25: allow.global.image: expected a map, but found "app"
        """)
    void a_mistake_is_refused_with_its_place(String text, String sentence) {
        assertThatExceptionOfType(Mistake.class).isThrownBy(() -> rules(text)).withMessage(sentence);
    }

    @Test
    void an_expression_that_would_take_years_allows_nothing_and_blocks() {
        Artifact hostile = image("a".repeat(60));

        assertThat(objection("allow: {global: {image: {name: '(a+)+\\1b'}}}", hostile))
                .contains(reason(ReasonCode.NOT_ALLOWED, "allow.global.image", "rules.yml:1"));
        assertThat(objection(
                        "allow: {global: {image: {name: a}}}\nblock: {global: {image: {name: '(a+)+\\1b'}}}", hostile))
                .contains(reason(ReasonCode.BLOCKED, "block.global.image", "rules.yml:2"));
    }

    @Test
    void a_value_that_is_longer_than_any_name_is_not_even_looked_at() {
        String text = "allow: {global: {image: {name: '(a|b)*'}}}";

        assertThat(objection(text, image("a".repeat(Prefix.LONGEST_VALUE)))).isEmpty();
        assertThat(objection(text, image("a".repeat(10_000)))).isPresent();
    }

    @Test
    void changed_rules_hold_at_once_and_broken_ones_do_not() {
        RulesFile rules = rules("allow: {global: {image: {name: app}}}");

        write("allow: {global: {image: {name: '('}}}");
        assertThat(rules.objection(HANDLER, image("app"), BUILT)).isEmpty();
        write("allow: {global: {image: {name: other}}}");
        assertThat(rules.objection(HANDLER, image("app"), BUILT)).isPresent();
    }

    private static Reason reason(ReasonCode code, String rule, String place) {
        return new Reason(code, Map.of("handler", HANDLER, "rule", rule, "place", place));
    }

    private static Artifact image(String name) {
        return Artifact.image(name, new Source("container/" + name, "f42", null, null));
    }

    private static Artifact module(String name, String stream) {
        return Artifact.module(name, stream, null, new Source("modules/" + name, stream, null, null));
    }

    @Test
    void a_rule_may_allow_an_artifact_in_dry_runs_only() {
        Rules rules = rules("allow: {global: {image: {all: [{name: app}, {dry_run: 'True'}]}}}");

        assertThat(rules.objection(HANDLER, image("app"), new Occasion(true, false)))
                .isEmpty();
        assertThat(rules.objection(HANDLER, image("app"), BUILT)).isPresent();
    }

    private Optional<Reason> objection(String text, Artifact artifact) {
        return rules(text).objection(HANDLER, artifact, BUILT);
    }

    private RulesFile rules(String text) {
        return new RulesFile(write(text));
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("rules.yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
