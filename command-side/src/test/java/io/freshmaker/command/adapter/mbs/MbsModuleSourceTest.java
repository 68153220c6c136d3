package io.freshmaker.command.adapter.mbs;

import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.command.port.Unavailable;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MbsModuleSourceTest {

    private static final Instant FROM = Instant.parse("2026-11-22T12:00:00.700Z");

    private final FakeMbs mbs = new FakeMbs();
    private final MbsModuleSource source = new MbsModuleSource(MbsWorld.api(mbs.url()));

    @AfterEach
    void close() {
        mbs.close();
    }

    @Test
    void modules_that_became_ready_since_are_told_the_oldest_first() {
        mbs.at(FROM.minusSeconds(60));
        mbs.add("early", "1", "ready");
        mbs.add("slow", "1", "done");
        mbs.at(FROM.minusMillis(700)); // MBS's times have no fractions
        mbs.add("web", "1.0", "ready");
        mbs.add("running", "1", "build");
        mbs.add("scratch", "1", "ready").put("scratch", true);
        mbs.at(FROM.minusMillis(700).minusSeconds(10).plusSeconds(70));
        mbs.add("db", "2", "ready");
        mbs.becomes("2", "ready", null);

        assertThat(source.since(FROM))
                .containsExactly(
                        new ModuleBuilt("web", "1.0", 3),
                        new ModuleBuilt("slow", "1", 2),
                        new ModuleBuilt("db", "2", 6));
        assertThat(source.name()).isEqualTo("mbs");
    }

    @Test
    void a_module_that_was_changed_since_but_ready_before_is_not_told() {
        mbs.at(FROM.minusSeconds(60));
        mbs.add("early", "1", "ready").put("time_modified", FROM.plusSeconds(5).toString());

        assertThat(source.since(FROM)).isEmpty();
    }

    @Test
    void many_are_told_over_all_pages() {
        for (int at = 0; at < 120; at++) mbs.add("web" + at, "1", "ready");

        assertThat(source.since(Instant.EPOCH)).hasSize(120);
    }

    @Test
    void without_an_answer_nothing_is_told() {
        mbs.server().then(status(503, "text/plain", "busy"), status(500, "text/plain", "oops"));

        assertThatThrownBy(() -> source.since(FROM)).isInstanceOf(Unavailable.class);
    }
}
