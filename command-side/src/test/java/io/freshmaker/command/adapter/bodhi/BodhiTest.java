package io.freshmaker.command.adapter.bodhi;

import static io.freshmaker.command.outside.StubServer.cutShort;
import static io.freshmaker.command.outside.StubServer.hangUp;
import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.StubServer.Reply;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodhiTest {

    private static final Instant FROM = Instant.parse("2026-11-22T09:30:00.5Z");

    private static final String SHELF = """
        {"alias": "FEDORA-2026-0a1b2c3d4e", "status": "stable", "pushed": true, "title": "shelf-2.1-3.fc42",
         "date_submitted": "2026-11-15 08:00:00", "date_testing": "2026-11-16 00:10:00",
         "date_stable": "2026-11-22 09:40:00", "date_pushed": "2026-11-22 09:40:00", "type": "security",
         "builds": [{"nvr": "shelf-2.1-3.fc42", "epoch": 0, "signed": true, "type": "rpm", "release_id": 7},
                    {"nvr": "libshelf-2.1-1.fc42", "epoch": 0, "signed": true, "type": "rpm", "release_id": 7}],
         "release": {"name": "F42", "long_name": "Fedora 42", "version": "42", "branch": "f42", "dist_tag": "f42"}}\
        """;

    private static final String BOOK = """
        {"alias": "FEDORA-EPEL-2026-1111111111", "updateid": "FEDORA-EPEL-2026-1111111111", "status": "stable",
         "date_stable": "2026-11-22 09:35:00", "date_pushed": "2026-11-22 09:35:00",
         "builds": [{"nvr": "book-1-1.el9", "epoch": 0}], "release": {"name": "EPEL-9", "branch": null}}\
        """;

    private static final UpdateStable SHELF_STABLE =
            new UpdateStable("FEDORA-2026-0a1b2c3d4e", List.of("shelf-2.1-3.fc42", "libshelf-2.1-1.fc42"), "f42");
    private static final UpdateStable BOOK_STABLE =
            new UpdateStable("FEDORA-EPEL-2026-1111111111", List.of("book-1-1.el9"), "epel9");

    private final StubServer server = new StubServer();
    private final Bodhi bodhi = bodhi(server.url("/").toString());
    private final BodhiUpdates updates = new BodhiUpdates(bodhi);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_update_is_looked_up_by_its_id() {
        server.then(json("{\"update\": %s, \"can_edit\": false}".formatted(SHELF)));

        assertThat(bodhi.find("FEDORA-2026-0a1b2c3d4e")).contains(SHELF_STABLE);
        Half request = server.requests().getFirst();
        assertThat(request.start()).isEqualTo("GET /updates/FEDORA-2026-0a1b2c3d4e HTTP/1.1");
        assertThat(request.headers()).containsEntry("accept", "application/json");
    }

    @Test
    void the_branch_of_a_release_without_one_follows_from_its_name() {
        server.then(json("{\"update\": %s}".formatted(BOOK)));

        assertThat(bodhi.find("FEDORA-EPEL-2026-1111111111")).contains(BOOK_STABLE);
    }

    @Test
    void an_update_that_bodhi_does_not_know_is_none() {
        server.then(
                status(404, "application/json", "{\"status\": \"error\", \"errors\": [{\"name\": \"id\"}]}"),
                json("{\"updates\": [], \"page\": 1, \"pages\": 0}"));

        assertThat(bodhi.find("FEDORA-2026-nowhere")).isEmpty();
        assertThat(bodhi.find("bash")).isEmpty(); // a package
    }

    @Test
    void an_id_is_never_more_than_a_part_of_the_path() {
        server.then(status(404, "application/json", "{\"status\": \"error\"}"));
        bodhi.find("../admin?x=1 #y");

        assertThat(server.requests().getFirst().start()).isEqualTo("GET /updates/..%2Fadmin%3Fx%3D1%20%23y HTTP/1.1");
    }

    @Test
    void updates_gone_stable_are_told_oldest_first_over_all_pages_and_none_twice() {
        server.then(json(page(1, 2, SHELF)), json(page(2, 2, SHELF, BOOK)));

        assertThat(updates.since(FROM)).containsExactly(BOOK_STABLE, SHELF_STABLE);
        assertThat(updates.name()).isEqualTo("bodhi");
        assertThat(server.requests())
                .extracting(Half::start)
                .containsExactly(
                        "GET /updates/?status=stable&pushed_since=2026-11-22T09%3A30%3A00&rows_per_page=100&page=1"
                                + " HTTP/1.1",
                        "GET /updates/?status=stable&pushed_since=2026-11-22T09%3A30%3A00&rows_per_page=100&page=2"
                                + " HTTP/1.1");
    }

    @Test
    void only_the_wanted_releases_are_asked_for() {
        server.then(json(page(1, 0)));

        assertThat(bodhi(server.url("").toString(), "F42", "EPEL-9").stableSince(FROM))
                .isEmpty();
        assertThat(server.requests().getFirst().start()).contains("&page=1&releases=F42%2CEPEL-9 ");
    }

    @Test
    void an_update_that_cannot_be_understood_does_not_keep_us_from_the_others() {
        String broken = SHELF.replace("shelf-2.1-3.fc42\", \"epoch\"", "shelf; rm -rf /\", \"epoch\"");
        server.then(json(page(1, 1, "{}", broken, "7", BOOK)), json("{\"update\": %s}".formatted(broken)));

        assertThat(updates.since(FROM)).containsExactly(BOOK_STABLE);
        assertThatThrownBy(() -> bodhi.find("FEDORA-2026-0a1b2c3d4e"))
                .isInstanceOf(Refused.class)
                .hasMessage("bodhi told something strange (update FEDORA-2026-0a1b2c3d4e): update"
                        + " \"FEDORA-2026-0a1b2c3d4e\": expected the NVR of a build, found \"shelf; rm -rf /\"");
    }

    @Test
    void endless_pages_are_refused() {
        server.otherwise(json(page(1, 1_000_000, SHELF)));

        assertThatThrownBy(() -> updates.since(FROM))
                .isInstanceOf(Refused.class)
                .hasMessage("bodhi has more than 20000 updates since " + FROM);
    }

    @Test
    void what_bodhi_does_not_accept_is_refused_with_its_words() {
        String error = "{\"status\": \"error\", \"errors\": [{\"description\": \"Invalid releases specified: F99\"}]}";
        server.then(status(400, "application/json", error));

        assertThatThrownBy(() -> updates.since(FROM))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("bodhi answered 400")
                .hasMessageContaining("Invalid releases specified: F99");
    }

    @Test
    void a_bodhi_that_is_broken_for_a_moment_is_asked_again() {
        server.then(status(502, "text/html", "<html>"), json(page(1, 1, BOOK)));

        assertThat(updates.since(FROM)).containsExactly(BOOK_STABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>maintenance</html>", "{\"updates\": [", "[]", "{}", "{\"updates\": 1, \"pages\": 1}"})
    void an_answer_that_is_no_list_of_updates_is_no_answer(String body) {
        server.otherwise(status(200, "application/json", body));

        assertThatThrownBy(() -> updates.since(FROM)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_bodhi_that_hangs_up_is_unavailable() {
        for (Reply reply : List.of(cutShort("{\"updates\": [{"), hangUp(), status(503, "text/plain", "busy"))) {
            server.otherwise(reply);
            assertThatThrownBy(() -> updates.since(FROM)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> bodhi.find("FEDORA-2026-1")).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void without_a_url_it_is_refused_by_the_name_of_the_setting() {
        assertThatThrownBy(() -> bodhi(null).find("FEDORA-2026-1"))
                .isInstanceOf(Refused.class)
                .hasMessage("freshmaker.bodhi.base-url is not set, so Bodhi cannot be asked");
    }

    private static Bodhi bodhi(@Nullable String url, String... releases) {
        Duration second = Duration.ofSeconds(1);
        return new Bodhi(Systems.http("bodhi"), new BodhiSettings(url, List.of(releases), second, second, 2, 4));
    }

    private static Reply json(String body) {
        return status(200, "application/json", body);
    }

    private static String page(int page, int pages, String... rows) {
        return "{\"updates\": [%s], \"page\": %d, \"pages\": %d, \"rows_per_page\": 100, \"total\": %d}"
                .formatted(String.join(",", rows), page, pages, rows.length);
    }
}
