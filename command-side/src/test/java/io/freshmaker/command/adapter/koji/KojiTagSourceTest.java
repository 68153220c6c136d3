package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.command.port.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KojiTagSourceTest {

    private static final Instant FROM = Instant.parse("2026-11-22T10:00:00Z");

    private final FakeKojiHub fake = new FakeKojiHub();
    private final KojiTagSource source =
            new KojiTagSource(new KojiTags(Kojis.hub(fake)), Map.of("f42-updates", "f42", "f43-updates", "f43"));

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void builds_tagged_since_then_are_told_oldest_first_each_once_with_the_branch_of_the_tag() {
        fake.answer(
                "getLastEvent", call -> Map.of("id", 4711, "ts", call.params().getFirst()));
        fake.answer("queryHistory", call -> history(new Value(call.params()).at(0)));

        assertThat(source.since(FROM))
                .containsExactly(
                        new BuildTagged("tls-1.1-1.fc43", "f43-updates", "f43"),
                        new BuildTagged("tls-1.1-1.fc42", "f42-updates", "f42"));
        assertThat(fake.requests()).isEqualTo(2);
    }

    /** The tag of Fedora 42 also lost an old build since then, and got one that it lost and got again. */
    private static Map<String, Object> history(Value asked) {
        assertThat(asked.field("tables").at(0).text()).isEqualTo("tag_listing");
        assertThat(asked.field("afterEvent").number()).isEqualTo(4711);
        String tag = asked.field("tag").text();
        if (tag.equals("f43-updates")) return Map.of("tag_listing", List.of(row("1.fc43", tag, 10)));
        return Map.of(
                "tag_listing", List.of(row("1.fc42", tag, 20), row("0.fc42", tag, -3600), row("1.fc42", tag, 30)));
    }

    private static Map<String, Object> row(String release, String tag, long secondsLater) {
        return Map.of(
                "name",
                "tls",
                "version",
                "1.1",
                "release",
                release,
                "tag.name",
                tag,
                "create_ts",
                FROM.getEpochSecond() + secondsLater + 0.25);
    }

    @Test
    void nothing_is_asked_where_no_tag_is_followed() {
        assertThat(new KojiTagSource(new KojiTags(Kojis.hub(fake)), Map.of()).since(FROM))
                .isEmpty();
        assertThat(fake.requests()).isZero();
    }

    @Test
    void a_tag_that_koji_does_not_know_is_said_to_be_so() {
        fake.answer("getLastEvent", _ -> Map.of("id", Nil.NIL));

        assertThatThrownBy(() -> source.since(FROM)).isInstanceOf(Refused.class).hasMessageContaining("queryHistory");
    }
}
