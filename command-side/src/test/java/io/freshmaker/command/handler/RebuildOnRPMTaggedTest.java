package io.freshmaker.command.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.handler.module.ModuleChain;
import io.freshmaker.command.handler.module.ModuleChains;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** A build that got a followed tag is as good a reason as an update. */
class RebuildOnRPMTaggedTest {
    private static final Trigger TAGGED = new BuildTagged("tls-1.10-1.fc42", "f42-updates", "f42");

    private final FakeCatalog catalog = new FakeCatalog()
            .withBuild("tls-1.10-1.fc42", "tls-libs-1.10-1.fc42.x86_64")
            .with(FakeCatalog.image("base-42-1", List.of(), "tls-libs-1.9-1.fc42.x86_64"))
            .with(FakeCatalog.image("new-42-1", List.of(), "tls-libs-1.10-1.fc42.x86_64"))
            .with(FakeCatalog.module("web", "1", null), new Component("tls", "f42"))
            .with(FakeCatalog.module("old", "1", null), new Component("tls", "f41"));

    @Test
    void older_images_and_the_modules_of_the_tags_branch_are_rebuilt() {
        try (var handlers = new AnnotationConfigApplicationContext()) {
            handlers.register(Handlers.class);
            handlers.registerBean(FakeCatalog.class, () -> catalog);
            handlers.registerBean(Rules.class, () -> RulesForTests.EVERYTHING);
            handlers.refresh();
            var plan = handlers.getBean(RebuildPlanner.class).plan(TAGGED, TAGGED.eventType(), false);

            assertThat(plan.artifacts())
                    .extracting(one -> one.artifact().key().value())
                    .containsExactlyInAnyOrder("image:base-42-1", "module:web:1");
            assertThat(plan.artifacts().getFirst().reason().fact("update")).isEqualTo("tag f42-updates");
            assertThat(plan.declined()).extracting(one -> one.artifact().name()).containsExactly("new");
        }
    }

    @ComponentScan("io.freshmaker.command.handler")
    static class Handlers {
        @Bean
        OwnRebuilds ownRebuilds() {
            return (_, _) -> Optional.empty();
        }

        @Bean
        ModuleChains chains() {
            return _ -> new ModuleChain(List.of());
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
