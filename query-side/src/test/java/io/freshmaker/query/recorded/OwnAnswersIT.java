package io.freshmaker.query.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of ours with all fields of the original's, so that their form is guarded where its recordings are not at hand. */
@RunningQuerySide
class OwnAnswersIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Api api;

    @Autowired
    Facts facts;

    private final Story story = Story.registered()
            .with("own")
            .with("own-app", "own")
            .with("own-tool")
            .planned();

    @BeforeEach
    void one_build_of_each_state() {
        facts.store(story.started("own", "1001")
                .done("own")
                .started("own-tool", "pid-1")
                .failed("own-tool", "own-tool")
                .told());
    }

    @ParameterizedTest
    @CsvSource({
        "event,            200, /api/1/events/@event@",
        "event-short,      200, /api/2/events/@event@",
        "events,           200, /api/2/events/?search_key=@search_key@&x=1",
        "events-none,      200, /api/1/events/?page=7&per_page=3&search_key=@search_key@",
        "build,            200, /api/1/builds/@own@",
        "builds,           200, /api/1/builds/?event_id=@event@&name=own-app&per_page=1",
        "event-type,       200, /api/1/event-types/2",
        "build-states,     200, /api/1/build-states/",
        "no-overrides,     200, /api/1/pullspec_overrides/@own@",
        "no-bundle,        404, /api/1/pullspec_overrides/999999999",
        "no-event,         404, /api/1/events/999999999",
        "no-path,          404, /api/1/nope/",
        "bad-order,        400, /api/1/builds/?order_by=x"
    })
    void an_answer_is_as_its_sample_says(String sample, int status, String path) throws IOException {
        HttpResponse<String> answer = api.get(filled(path), "X-Forwarded-Host", "fm.example.com");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(api.json(answer)).isEqualTo(sample(sample));
    }

    private JsonNode sample(String name) throws IOException {
        try (InputStream file = OwnAnswersIT.class.getResourceAsStream("/answers/" + name + ".json")) {
            if (file == null) throw new IllegalArgumentException("No sample " + name);
            return JSON.readTree(filled(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** Ids of this story in the place of their names. */
    private String filled(String text) {
        Map<String, Object> values = Map.of(
                "@event@", story.number(),
                "@search_key@", story.searchKey(),
                "@message_id@", story.messageId(),
                "@own@", story.build("own"),
                "@own-app@", story.build("own-app"),
                "@own-tool@", story.build("own-tool"));
        String filled = text;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue().toString());
        }
        return filled;
    }
}
