package io.freshmaker.platform.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.axon.Processor;
import io.freshmaker.platform.cluster.Presence;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestMember;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/** Two processes that know the same four processors, numbering among them. */
@Execution(ExecutionMode.CONCURRENT)
class BalancerIT {

    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    @Test
    void processors_are_shared_with_a_process_that_joins_and_taken_back_when_it_leaves() {
        try (TestDatabase database = TestPostgres.fresh();
                TestMember first = TestMember.handler(database, Parts.class)) {
            await().untilAsserted(() -> assertThat(claims(database)).containsExactly(4L));

            try (TestMember second = TestMember.handler(database, Parts.class)) {
                assertThat(second.health("processors").getStatus()).isEqualTo(Status.UP);
                await().until(() -> !first.bean(Presence.class).others().isEmpty());
                first.bean(Balancer.class).balance();

                await().atMost(TAKEN_OVER)
                        .untilAsserted(() -> assertThat(claims(database)).containsExactly(2L, 2L));
                first.bean(Balancer.class).balance();
                assertThat(claims(database)).containsExactly(2L, 2L);
            }

            await().atMost(TAKEN_OVER)
                    .untilAsserted(() -> assertThat(claims(database)).containsExactly(4L));
            assertThat(first.health("processors").getStatus()).isEqualTo(Status.UP);
        }
    }

    /** How many segments each owner has. */
    private static List<Long> claims(TestDatabase database) {
        return database.sql()
                .sql("select count(*) from token_entry where owner is not null group by owner")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** No configuration by annotation, so that nobody's scan finds it. */
    static class Parts {

        @Bean
        Processor a() {
            return Processor.process("a", 1);
        }

        @Bean
        Processor b() {
            return Processor.process("b", 1);
        }

        @Bean
        Processor c() {
            return Processor.process("c", 1);
        }

        @Bean
        Idle.A idleA() {
            return new Idle.A();
        }

        @Bean
        Idle.B idleB() {
            return new Idle.B();
        }

        @Bean
        Idle.C idleC() {
            return new Idle.C();
        }
    }

    /** Processors exist only where something listens. */
    interface Idle {

        @EventHandler
        default void on(String nothing) {}

        @ProcessingGroup("a")
        class A implements Idle {}

        @ProcessingGroup("b")
        class B implements Idle {}

        @ProcessingGroup("c")
        class C implements Idle {}
    }
}
