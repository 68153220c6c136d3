package io.freshmaker.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.web.FixedParts.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class FixedPartsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/1/builds/5, true",
        "/api/2/builds/5, true",
        "/api/1/%62uilds/5, true", // a part may be written in another way
        "/api/1/builds/5;v=1, true",
        "/api/3/builds/5, true", // what stands in a variable is the pattern's business
        "/api/1/builds/, false",
        "/api/1/builds/5/log, false",
        "/api/1/events/5, false"
    })
    void a_path_is_admitted_that_has_the_fixed_parts_of_the_pattern(String path, boolean admitted) {
        assertThat(admits("/api/{version:[12]}/builds/{id:[0-9]+}", path)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"/page/a.js", "/page/a/b.js", "/page"})
    void where_there_may_be_more_only_the_beginning_counts(String path) {
        assertThat(admits("/page/**", path)).isTrue();
        assertThat(admits("/page/{*rest}", path)).isTrue();
        assertThat(admits("/pages/**", path)).isFalse();
    }

    /** The promise on which everything rests. */
    @Test
    void nothing_is_turned_away_that_the_pattern_matches() {
        String[] patterns = {
            "/",
            "/api/*/builds",
            "/api/{version:[12]}/{list:events|builds}",
            "/a?c/x",
            "/{one}.json",
            "/**",
            "/api/3/x/{*rest}"
        };
        String[] paths = {
            "/", "/api/1/builds", "/api/2/events", "/abc/x", "/b.json", "/api/3/x", "/api/3/x/y/z", "/a%63c/x"
        };
        int matched = 0;
        for (String pattern : patterns) {
            for (String path : paths) {
                if (!PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path))) continue;
                matched++;
                assertThat(admits(pattern, path)).as("%s for %s", pattern, path).isTrue();
            }
        }
        assertThat(matched).isGreaterThan(patterns.length);
    }

    private static boolean admits(String pattern, String path) {
        return FixedParts.of(pattern).admit(Asked.of(PathContainer.parsePath(path)));
    }
}
