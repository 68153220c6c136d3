package io.freshmaker.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.web.ApiError;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The original's checks with its texts (spec §10.5), and ours. */
class BodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everything_that_may_be_said_is_understood() {
        Body body = of("""
            {"errata_id": 7, "freshmaker_event_id": 3, "container_images": ["a-1-1", "b-2-1", "a-1-1"], "dry_run": true,
             "force": true, "metadata": {"foo": ["bar", null, 1.5]}, "bundle_related_image_overrides": {"x-1-1": "x-1-2"},
             "msg_id": "of no effect"}
            """);

        assertThat(body.advisory()).contains(7L);
        assertThat(body.event()).contains(3);
        assertThat(body.images()).containsExactly("a-1-1", "b-2-1");
        assertThat(body.isDryRun()).isTrue();
        assertThat(body.isForced()).isTrue();
        assertThat(body.metadata().get("foo")).asString().isEqualTo("[bar, null, 1.5]");
        assertThat(body.metadata().get("bundle_related_image_overrides")).isEqualTo(Map.of("x-1-1", "x-1-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", """
        {"errata_id": null, "container_images": null, "dry_run": null, "metadata": null, "force": null}\
        """})
    void what_is_absent_has_its_default(String text) {
        Body body = of(text);

        assertThat(body.advisory()).isEmpty();
        assertThat(body.event()).isEmpty();
        assertThat(body.images()).isEmpty();
        assertThat(body.isDryRun()).isFalse();
        assertThat(body.isForced()).isFalse();
        assertThat(body.metadata()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"errata_id": "1"}                       | "errata_id" must be an integer.
        {"errata_id": 1.0}                       | "errata_id" must be an integer.
        {"errata_id": true}                      | "errata_id" must be an integer.
        {"errata_id": 0}                         | "errata_id" must be an integer from 1 to 9223372036854775807.
        {"errata_id": 9223372036854775808}       | "errata_id" must be an integer from 1 to 9223372036854775807.
        {"freshmaker_event_id": "1"}             | "freshmaker_event_id" must be an integer.
        {"freshmaker_event_id": 2147483648}      | "freshmaker_event_id" must be an integer from 1 to 2147483647.
        {"dist_git_branch": 1}                   | "dist_git_branch" must be a string.
        {"brew_target": []}                      | "brew_target" must be a string.
        {"container_images": "x"}                | "container_images" must be an array of strings.
        {"container_images": [1]}                | "container_images" must be an array of strings.
        {"dist_git_branch": "../x"}              | "dist_git_branch" must be the name of a branch.
        {"brew_target": "a b"}                   | "brew_target" must be the name of a target.
        {"dry_run": "yes"}                       | "dry_run" must be a boolean.
        {"force": 1}                             | "force" must be a boolean.
        {"metadata": []}                         | "metadata" must be an object.
        {"bundle_related_image_overrides": {}}   | "bundle_related_image_overrides" can be given with "container_images" only.
        {"container_images": [], "bundle_related_image_overrides": 1} | "bundle_related_image_overrides" must be an object.
        {"container_images": [], "bundle_related_image_overrides": {"x": "x-1-1"}} | "bundle_related_image_overrides" must be an object that has a name-version-release for each name-version-release.
        {"metadata": {"olm_substitutes": "no"}}  | "olm_substitutes" must be a boolean.
        {"metadata": {"skip_rebuilt": 0}}        | "skip_rebuilt" must be a boolean.
        {"metadata": {"a": "\\u0000"}}           | "metadata" must have at most 10000 characters and 20 levels, and no NUL.
        {"metadata": {"\\ud800": 1}}             | "metadata" must have at most 10000 characters and 20 levels, and no NUL.
        []                                       | The request must be a JSON object.
        "x"                                      | The request must be a JSON object.
        """)
    void a_mistake_is_named(String text, String complaint) {
        assertThatThrownBy(() -> of(text)).isInstanceOf(ApiError.class).hasMessage(complaint);
    }

    @Test
    void images_are_named_by_nvrs_or_by_names_with_their_suffix() {
        Body images = of("{\"container_images\": [\"foo-1-1\", \"bar-1-1-container\", \"foo-1-1-container\"]}");
        assertThat(images.names()).containsExactly("foo-1-1-container", "bar-1-1-container");

        for (String wrong : List.of("x", "../x-1-1", "")) {
            Body body = of("{\"container_images\": [\"%s\"]}".formatted(wrong));
            assertThatThrownBy(body::images).hasMessage("\"container_images\" must be name-version-releases.");
        }
        assertThatThrownBy(of("{\"container_images\": [\"../x\"]}")::names)
                .hasMessage("\"container_images\" must be names of images.");
    }

    @Test
    void nothing_at_all_is_no_request() {
        assertThatThrownBy(() -> Body.of(null)).hasMessage("The request must be a JSON object.");
    }

    @Test
    void what_is_too_much_is_refused() {
        String images = String.join(
                ",",
                IntStream.rangeClosed(0, 1_000)
                        .mapToObj("\"a-1-%d\""::formatted)
                        .toList());
        List<String> bodies = List.of(
                "{\"container_images\": [" + images + "]}",
                "{\"metadata\": {\"a\": \"" + "x".repeat(10_000) + "\"}}",
                "{\"metadata\": {\"a\": " + "[".repeat(20) + "]".repeat(20) + "}}");

        for (String body : bodies) assertThatThrownBy(() -> of(body)).isInstanceOf(ApiError.class);
    }

    private static Body of(String text) {
        return Body.of(JSON.readTree(text));
    }
}
