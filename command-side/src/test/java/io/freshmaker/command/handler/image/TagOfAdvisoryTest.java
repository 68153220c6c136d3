package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases O6 to O8 of spec §19.4. */
class TagOfAdvisoryTest {

    private static final String BUILD = "rh-postgresql96-3.0-9.el6";
    private static final String OTHER = "rh-ruby-2.5-1.el6";

    private final AdvisoryWorld world = new AdvisoryWorld();

    @BeforeEach
    void anImage() {
        world.finding(AdvisoryWorld.node("a-1-1", List.of(), List.of()));
        world.content = AdvisoryWorld.content(BUILD);
    }

    @ParameterizedTest
    @CsvSource({
        "tag-candidate tag-pending tag-alpha,     tag-candidate,     tag-candidate",
        "tag-candidate tag-pending tag-alpha tag, tag-candidate tag, tag",
        "tag-candidate tag,                       tag-candidate,     tag-candidate",
        "tag-candidate tag,                       tag,               tag"
    })
    void the_tag_without_candidate_is_preferred_where_the_build_is_the_latest_with_it(
            String tags, String latestIn, String chosen) {
        tagged(BUILD, tags, latestIn);

        assertThat(compose()).contains(ComposeRequest.ofTag(chosen, List.of("rh-postgresql96")));
    }

    @ParameterizedTest
    @CsvSource({"tag-candidate, ''", "tag, tag", "'', ''"})
    void a_build_that_is_the_latest_in_no_candidate_tag_leaves_nothing_to_build_with(String tags, String latestIn) {
        tagged(BUILD, tags, latestIn);

        assertThat(flaw())
                .isEqualTo(new Reason(ReasonCode.NOT_LATEST_IN_TAG, Map.of("advisory", "28484", "builds", BUILD)));
    }

    @Test
    void builds_with_no_tag_in_common_leave_nothing_to_build_with() {
        world.content = AdvisoryWorld.content(BUILD, OTHER);
        tagged(BUILD, "one-candidate", "one-candidate");
        tagged(OTHER, "two-candidate", "two-candidate");

        assertThat(flaw())
                .isEqualTo(new Reason(
                        ReasonCode.DIFFERENT_TAGS,
                        Map.of("advisory", "28484", "tags", "one-candidate, two-candidate")));
    }

    @Test
    void a_build_that_is_the_latest_nowhere_has_no_tag_in_common_with_the_others() {
        world.content = AdvisoryWorld.content(BUILD, OTHER);
        tagged(BUILD, "one-candidate", "one-candidate");
        tagged(OTHER, "one-candidate", "");

        assertThat(flaw()).extracting(Reason::code).isEqualTo(ReasonCode.DIFFERENT_TAGS);
    }

    @Test
    void of_two_tags_the_one_counts_that_all_builds_have() {
        world.content = AdvisoryWorld.content(BUILD, OTHER);
        tagged(BUILD, "one-candidate one", "one one-candidate");
        tagged(OTHER, "one-candidate", "one-candidate");

        assertThat(compose()).map(ComposeRequest::source).contains("one-candidate");
    }

    @Test
    void a_flaw_of_the_image_itself_is_told_first() {
        Reason own = Reason.of(ReasonCode.UNKNOWN_PARENT, "parent", "gone-1-1");
        world.finding(
                AdvisoryWorld.node(AdvisoryWorld.image("a-1-1", true, Set.of()), null, own, List.of(), List.of()));

        assertThat(flaw()).isEqualTo(own);
    }

    private void tagged(String build, String tags, String latestIn) {
        world.tags.put(build, words(tags));
        words(latestIn)
                .forEach(tag -> world.latest.merge(
                        tag,
                        Set.of(new Nvr(build)),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet())));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private Optional<ComposeRequest> compose() {
        assertThat(flaw()).isNull();
        return world.plan("REL_PREP").artifacts().getFirst().preparation().composes().stream()
                .findFirst();
    }

    private @Nullable Reason flaw() {
        return world.plan("REL_PREP").artifacts().getFirst().preparation().flaw();
    }
}
