package io.freshmaker.query.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.IndexedImages;
import io.freshmaker.query.testing.RunningQuerySide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class ImagesIT {

    private static final String IMAGES = "/api/3/images";

    @Autowired
    Api api;

    @Autowired
    IndexedImages images;

    @BeforeEach
    @AfterEach
    void clear() {
        images.clear();
    }

    @Test
    void images_that_contain_a_package_are_listed_page_by_page_with_their_build_of_it() {
        IntStream.range(0, 5).forEach(i -> images.image("app%d-1-1".formatted(i), "tls-1-" + i, "zlib-1-1"));
        images.image("other-1-1", "zlib-1-1");

        List<String> all = new ArrayList<>();
        String path = IMAGES + "?package=tls&limit=2";
        while (path != null) {
            JsonNode page = api.json(path);
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            page.path("items")
                    .forEach(item -> all.add(item.path("nvr").asString() + " "
                            + item.path("rpms").get(0).asString()));
            JsonNode next = page.path("next");
            path = next.isNull() ? null : next.asString().replaceFirst("http://[^/]+", "");
        }

        assertThat(all)
                .containsExactly(
                        "app0-1-1 tls-1-0",
                        "app1-1-1 tls-1-1",
                        "app2-1-1 tls-1-2",
                        "app3-1-1 tls-1-3",
                        "app4-1-1 tls-1-4");
        assertThat(nvrs("?package=nobody-has-it")).isEmpty();
        assertThat(nvrs("?package=nobody-has-it&package=tls")).hasSize(5);
    }

    @Test
    void those_with_an_older_build_are_found_as_rpm_compares() {
        images.image("app-1-9", "tls-1.9-1", "zlib-1-1");
        images.image("app-1-10", "tls-1.10-1");
        images.image("app-1-pre", "tls-1.10~rc1-1");
        images.image("other-1-1", "zlib-0-1");

        assertThat(nvrs("?older_than=tls-1.10-1")).containsExactly("app-1-9", "app-1-pre");
        assertThat(nvrs("?older_than=tls-1.10-1&package=zlib")).containsExactly("app-1-9");
        assertThat(nvrs("?older_than=tls-0-1")).isEmpty();
    }

    @Test
    void filters_are_about_where_an_image_lies_and_what_it_is_built_from() {
        images.image("app-1-1", "tls-1-1").placed(true, "latest").parent("base-1-1");
        images.image("app-1-2", "tls-1-1").placed(false, "latest").parent("base-1-2");
        images.image("web-1-1", "tls-1-1").placed(true, "1.0");

        assertThat(nvrs("?published=true")).containsExactly("app-1-1", "web-1-1");
        assertThat(nvrs("?published=false")).containsExactly("app-1-2");
        assertThat(nvrs("?tag=latest&package=tls")).containsExactly("app-1-1", "app-1-2");
        assertThat(nvrs("?name=web&name=no")).containsExactly("web-1-1");
        assertThat(nvrs("?parent=base-1-2")).containsExactly("app-1-2");
    }

    @Test
    void every_answer_says_how_old_it_is_and_whether_its_source_is_away() {
        Instant older = IndexedImages.SEEN.minusSeconds(3_600);
        Instant away = IndexedImages.SEEN.plusSeconds(60);
        images.image("app-1-1", "tls-1-1");
        images.image("app-1-2", "tls-1-1").seen(older);
        images.source(away);

        JsonNode page = api.json(IMAGES + "?package=tls");

        assertThat(page.path("as_of").asString()).isEqualTo(older.toString());
        assertThat(page.path("source").path("away_since").asString()).isEqualTo(away.toString());
        assertThat(page.path("source").path("failure").asString()).isEqualTo("no route to host");
        assertThat(api.json(IMAGES + "?limit=1").path("as_of").asString()).isEqualTo(IndexedImages.SEEN.toString());
        assertThat(api.json(IMAGES + "?name=no").path("as_of").isNull()).isTrue();
    }

    @Test
    void one_image_is_shown_with_what_it_contains_and_its_relations() {
        images.image("base-1-1", "tls-1-1");
        images.image("app-1-1", "tls-1-1", "zlib-1-1").placed(true, "latest").parent("base-1-1");

        JsonNode app = api.json(IMAGES + "/app-1-1");

        assertThat(app.path("parents").get(0).asString()).isEqualTo("base-1-1");
        assertThat(app.path("rpms").path("x86_64").toString()).isEqualTo("[\"tls-1-1\",\"zlib-1-1\"]");
        assertThat(app.path("rpms").path("s390x").toString()).isEqualTo("[\"zlib-1-1\"]");
        assertThat(app.path("as_of").asString()).isEqualTo(IndexedImages.SEEN.toString());
        assertThat(app.path("source").isNull()).isTrue();
        assertThat(api.json(IMAGES + "/base-1-1").path("children").toString()).isEqualTo("[\"app-1-1\"]");
    }

    @Test
    void what_cannot_be_meant_is_refused_with_its_name() {
        assertThat(refusal("?older_than=tls")).contains("'older_than' must be a name-version-release");
        assertThat(refusal("?published=maybe")).contains("'published' must be true or false");
        assertThat(refusal("?limit=0")).contains("'limit' must be a number from 1 to 1000");
        assertThat(refusal("?cursor=bm9wZQ")).contains("'cursor' must be one that a page gave");
        assertThat(api.get(IMAGES + "/app-1-1").statusCode()).isEqualTo(404);
    }

    private String refusal(String query) {
        var answer = api.get(IMAGES + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private List<String> nvrs(String query) {
        List<String> nvrs = new ArrayList<>();
        api.json(IMAGES + query)
                .path("items")
                .forEach(item -> nvrs.add(item.path("nvr").asString()));
        return nvrs;
    }
}
