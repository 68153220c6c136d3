package io.freshmaker.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.PostgresNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.mock.env.MockEnvironment;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a PostgreSQL that is stopped") // one test after the other
class DatabaseWaitIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PostgresNode POSTGRES = PostgresNode.plain();

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @Test
    void it_goes_on_as_soon_as_the_server_answers() throws InterruptedException {
        POSTGRES.stop();
        Thread waiting = Thread.ofPlatform().start(to(POSTGRES.url(), POSTGRES.password())::await);
        assertThat(waiting.join(Duration.ofMillis(500))).isFalse();

        POSTGRES.start();

        assertThat(waiting.join(PATIENCE)).isTrue();
    }

    @Test
    void a_wrong_password_stops_the_start_in_one_sentence_without_it() {
        assertThatThrownBy(to(POSTGRES.url(), "guessed")::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "The setting spring.datasource.username or spring.datasource.password is wrong: ")
                .hasMessageNotContaining("guessed");
    }

    @Test
    void a_database_that_is_not_there_stops_the_start() {
        String url = POSTGRES.url().replace("/" + POSTGRES.user(), "/nothing");
        assertThatThrownBy(to(url, POSTGRES.password())::await)
                .hasMessageStartingWith("The setting spring.datasource.url is wrong: ")
                .hasMessageContaining("nothing");
    }

    @Test
    void an_address_of_something_else_stops_the_start() {
        assertThatThrownBy(to("jdbc:mysql://localhost/freshmaker", "")::await)
                .hasMessage("The setting spring.datasource.url is wrong: jdbc:postgresql://HOST:PORT/DATABASE is"
                        + " expected.");
        assertThatThrownBy(to("", "")::await)
                .hasMessage("The setting spring.datasource.url is missing: jdbc:postgresql://HOST:PORT/DATABASE is"
                        + " expected.");
    }

    private static DatabaseWait to(String url, String password) {
        return DatabaseWait.of(new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", POSTGRES.user())
                .withProperty("spring.datasource.password", password));
    }
}
