package io.freshmaker.api.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Nvr;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec §2.8. */
class RequestOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", """
        {"skip_rebuilt": null, "olm_substitutes": null, "bundle_related_image_overrides": null}\
        """, """
            {"skip_rebuilt": false, "olm_substitutes": true, "bundle_related_image_overrides": {"a-1-1": "b-1-2"}, "more": 5}\
            """})
    void what_can_be_understood_is_no_mistake(String metadata) throws IOException {
        assertThat(RequestOptions.wrong(parsed(metadata))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"skip_rebuilt": "false"}                            | skip_rebuilt
        {"olm_substitutes": 0}                               | olm_substitutes
        {"bundle_related_image_overrides": []}               | bundle_related_image_overrides
        {"bundle_related_image_overrides": {"a-1-1": 5}}     | bundle_related_image_overrides
        {"bundle_related_image_overrides": {"a-1-1": null}}  | bundle_related_image_overrides
        {"bundle_related_image_overrides": {"a": "a-1-1"}}   | bundle_related_image_overrides
        {"bundle_related_image_overrides": {"a-1-1": "../"}} | bundle_related_image_overrides
        """)
    void what_cannot_be_understood_is_named(String metadata, String name) throws IOException {
        assertThat(RequestOptions.wrong(parsed(metadata)))
                .hasValueSatisfying(wrong -> assertThat(wrong.name()).isEqualTo(name));
    }

    @Test
    void a_request_without_options_substitutes_and_overrides_nothing() {
        Request request = request(Map.of());

        assertThat(request.isSubstituting()).isTrue();
        assertThat(request.imageOverrides()).isEmpty();
    }

    @Test
    void what_was_stored_before_anybody_looked_counts_as_far_as_it_can_be_understood() throws IOException {
        Request request = request(parsed("""
            {"olm_substitutes": false,
             "bundle_related_image_overrides": {"a-1-1": "a-1-2", "b-1-1": 5, "c": "c-1-1"}}\
            """));

        assertThat(request.isSubstituting()).isFalse();
        assertThat(request.imageOverrides()).isEqualTo(Map.of(new Nvr("a-1-1"), new Nvr("a-1-2")));
        assertThat(request(Map.of("bundle_related_image_overrides", "x")).imageOverrides())
                .isEmpty();
    }

    private static Request request(Map<String, ?> metadata) {
        return new Request("manual_rebuild_1", Way.API, null, List.of(), metadata);
    }

    private static Map<String, ?> parsed(String metadata) throws IOException {
        return new ObjectMapper().readValue(metadata, new TypeReference<Map<String, Object>>() {});
    }
}
