package io.freshmaker.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("rpm", "bash"),
            Map.entry("branch", "f25"),
            Map.entry("commit", "2a2e"),
            Map.entry("contained", "bash-4.3-4"),
            Map.entry("updated", "bash-4.3-5"),
            Map.entry("update", "FEDORA-1"),
            Map.entry("path", "a → b"),
            Map.entry("handler", "SomeHandler"),
            Map.entry("rule", "block.global.image"),
            Map.entry("place", "rules.yaml:3"),
            Map.entry("what", "bash"),
            Map.entry("count", "2"),
            Map.entry("cycle", "a → a"),
            Map.entry("error", "boom"),
            Map.entry("build_number", "12"),
            Map.entry("event", "7"),
            Map.entry("images", "app-1-1.300"),
            Map.entry("status", "3"),
            Map.entry("last_line", "No space left"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        RPM_SPEC_CHANGED        | Spec file of RPM bash changed on branch f25 (2a2e).
        MODULE_METADATA_CHANGED | Its metadata changed on branch f25 (2a2e).
        DOCKERFILE_CHANGED      | Its Dockerfile changed on branch f25 (2a2e).
        RPM_UPDATED             | It contains bash-4.3-4, which FEDORA-1 updates to bash-4.3-5.
        REQUIREMENT_UPDATED     | It is built with bash, of which FEDORA-1 brings bash-4.3-5.
        REQUIREMENT_CYCLE       | What it is built with is built with it, which is a cycle: a → a.
        UPDATED_ITSELF          | It comes with FEDORA-1 itself, as bash-4.3-5.
        OWN_REBUILD             | bash-4.3-5 is our own rebuild 12 of event 7, which rebuilds what is built with it.
        PARENT_REBUILT          | It is built from what is rebuilt: a → b.
        NOT_ALLOWED | It is not allowed by internal policy to be rebuilt: no allow rule for SomeHandler matches (rules.yaml:3).
        BLOCKED     | It is not allowed by internal policy to be rebuilt: blocked by block.global.image (rules.yaml:3).
        NOT_OLDER               | It contains bash-4.3-4, which is not older than bash-4.3-5 of FEDORA-1.
        NO_CANDIDATES           | No artifacts to rebuild for 'bash'.
        ALL_DECLINED            | None of 2 candidates is rebuilt: each was declined.
        PLAN_HAS_CYCLE          | The plan has a cycle: a → a.
        PLANNING_FAILED         | Handling of event failed with traceback: boom
        PLANNING_REFUSED        | The rebuild cannot be planned: boom
        PLANNING_TIMED_OUT      | Planning timed out: boom
        BUILD_FAILED            | Failed to build: exit status 3: No space left
        SUBMISSION_REFUSED      | The build system refused it: boom
        SUBMISSION_TIMED_OUT    | The build system could not be reached: boom
        DEPENDENCY_FAILED       | Cannot build artifact, because its dependency cannot be built.
        EVENT_CANCELED          | Build canceled before running on external build system.
        PULLSPECS_NOT_MANAGED   | The build system did not write its pullspecs, so it cannot be told to replace any.
        NO_PULLSPEC_REPLACED    | None of its pullspecs has a digest that is replaced.
        NO_PUBLISHED_ORIGINALS  | Can't find any published original builds for images in advisory.
        INVALID_OPENSHIFT_VERSIONS | Original image has invalid openshift versions range
        DIGESTS_TIMED_OUT | Nobody knew the digests of the rebuilt images for a day: app-1-1.300
        CANCELED_EXTERNALLY     | Build canceled in external build system.
        """)
    void a_reason_is_a_sentence(ReasonCode code, String sentence) {
        assertThat(Texts.of(new Reason(code, FACTS))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1  | It refers to app-1-1, which advisory RHBA-2026:7 ships as app-1-1.300.
        30 | It refers to app-1-1, which advisory RHBA-2026:7 ships as app-1-1.300, the first of 30.
        """)
    void of_many_images_of_a_bundle_the_first_is_named(String count, String sentence) {
        Reason reason = new Reason(
                ReasonCode.BUNDLE_IMAGES_SHIPPED,
                Map.of("name", "RHBA-2026:7", "original", "app-1-1", "rebuilt", "app-1-1.300", "count", count));

        assertThat(Texts.of(reason)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        1  | It refers to app-1-1, which is rebuilt.
        30 | It refers to app-1-1, which is rebuilt, the first of 30.
        """)
    void of_many_images_that_are_rebuilt_before_a_bundle_the_first_is_named(String count, String sentence) {
        Reason reason = new Reason(ReasonCode.BUNDLE_IMAGES_REBUILT, Map.of("image", "app-1-1", "count", count));

        assertThat(Texts.of(reason)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void a_reason_that_lacks_its_facts_is_a_sentence_all_the_same(ReasonCode code) {
        assertThat(Texts.of(Reason.of(code))).isNotBlank().doesNotContain("null", "%");
    }

    @Test
    void an_image_of_which_nobody_knows_the_content_or_that_has_none_of_the_rpms_says_so() {
        assertThat(Texts.of(Reason.of(ReasonCode.ADVISORY_FIXES, "name", "RHSA-2026:1")))
                .isEqualTo("Nobody knows what it contains, so it may need advisory RHSA-2026:1.");
        assertThat(Texts.of(Reason.of(ReasonCode.NOT_OLDER, "update", "RHSA-2026:1")))
                .isEqualTo("It contains no RPM that RHSA-2026:1 updates.");
    }

    @Test
    void a_build_that_printed_nothing_says_its_status_only() {
        assertThat(Texts.of(Reason.of(ReasonCode.BUILD_FAILED, "error", "no disk")))
                .isEqualTo("Failed to build: no disk");
        assertThat(Texts.of(Reason.of(ReasonCode.BUILD_FAILED, "status", "3")))
                .isEqualTo("Failed to build: exit status 3.");
    }

    /** Spec §2.9. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3 | 0 | 0 | Advisory KEY: All 3 container images have been rebuilt.
        2 | 1 | 0 | Advisory KEY: 1 of 3 container image(s) failed to rebuild.
        2 | 1 | 1 | Advisory KEY: 1 of 4 container image(s) failed to rebuild, 1 canceled.
        """)
    void a_complete_event_counts_its_builds(int done, int failed, int canceled, String text) {
        assertThat(Texts.complete("KEY", new Tally(done, failed, canceled))).isEqualTo(text);
    }

    @Test
    void a_canceled_build_says_whether_it_ran() {
        assertThat(Texts.canceled(canceled(ReasonCode.EVENT_CANCELED, true)))
                .isEqualTo("Build canceled in external build system.");
        assertThat(Texts.canceled(canceled(ReasonCode.EVENT_CANCELED, false)))
                .isEqualTo("Build canceled before running on external build system.");
        assertThat(Texts.canceled(canceled(ReasonCode.DEPENDENCY_FAILED, false)))
                .isEqualTo("Cannot build artifact, because its dependency cannot be built.");
    }

    private static ArtifactBuildCanceled canceled(ReasonCode code, boolean running) {
        BuildId build = new BuildId("build-1");
        Culprit itself = new Culprit(build, "image:a-1-1");
        return new ArtifactBuildCanceled(build, new EventId("event-1"), Reason.of(code), itself, running);
    }
}
