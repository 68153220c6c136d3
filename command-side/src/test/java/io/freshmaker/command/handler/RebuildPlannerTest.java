package io.freshmaker.command.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.rules.RulesForTests;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuildPlannerTest {
    private static final RpmSpecChanged PUSH = new RpmSpecChanged("tls", "f42", "c0ffee");

    private final RebuildHandler<?> spec = new Fixed<>("Spec", RpmSpecChanged.class, "one", "both");
    private final RebuildHandler<?> another = new Fixed<>("Another", RpmSpecChanged.class, "two", "both");
    private final RebuildHandler<?> docker = new Fixed<>("Docker", DockerfileChanged.class, "three");

    @Test
    void every_handler_of_the_trigger_is_asked_in_the_order_of_names() {
        assertThat(planned()).containsExactly("two", "both", "one");
    }

    @Test
    void only_the_handlers_that_the_settings_name_are_asked() {
        assertThat(planned("Spec")).containsExactly("one", "both");
        assertThat(planned("Docker")).isEmpty();
    }

    @Test
    void a_name_that_no_handler_has_stops_the_start_with_those_that_are_known() {
        assertThatIllegalStateException()
                .isThrownBy(() -> planned("Spec", "Dokcer"))
                .withMessage(
                        "The setting freshmaker.handlers names Dokcer, which is none of the handlers Another, Docker,"
                                + " Spec");
    }

    @Test
    void a_handler_that_does_not_look_at_events_of_that_type_is_not_asked() {
        RebuildHandler<RpmSpecChanged> never = new RebuildHandler<>() {
            @Override
            public Class<RpmSpecChanged> trigger() {
                return RpmSpecChanged.class;
            }

            @Override
            public boolean looksAt(EventType type) {
                return type != PUSH.eventType();
            }

            @Override
            public RebuildPlan plan(RpmSpecChanged trigger, Draft draft) {
                throw new AssertionError("Nobody asks it");
            }
        };
        RebuildPlanner planner =
                new RebuildPlanner(List.of(never), new HandlerSettings(List.of()), RulesForTests.EVERYTHING);

        assertThat(planner.plan(PUSH, PUSH.eventType(), false)).isEqualTo(RebuildPlan.EMPTY);
    }

    private List<String> planned(String... enabled) {
        return new RebuildPlanner(
                        List.of(spec, docker, another), new HandlerSettings(List.of(enabled)), RulesForTests.EVERYTHING)
                .plan(PUSH, PUSH.eventType(), false).artifacts().stream()
                        .map(one -> one.artifact().name())
                        .toList();
    }

    /** Plans these images, whatever it is asked. */
    private record Fixed<T extends Trigger>(String name, Class<T> trigger, String... images)
            implements RebuildHandler<T> {
        @Override
        public RebuildPlan plan(T trigger, Draft draft) {
            return new RebuildPlan(Arrays.stream(images).map(Fixed::planned).toList(), List.of());
        }

        private static PlannedArtifact planned(String image) {
            Artifact artifact = Artifact.image(image, new Source("container/" + image, "f42", null, null));
            return PlannedArtifact.directly(artifact, Reason.of(ReasonCode.DOCKERFILE_CHANGED));
        }
    }
}
