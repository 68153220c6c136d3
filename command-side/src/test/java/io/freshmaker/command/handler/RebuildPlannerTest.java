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
    void follow_ups_go_on_from_the_plan_in_their_order_if_settings_name_them() {
        assertThat(following("B", "A")).containsExactly("two", "both", "one", "A after one", "B after A after one");
        assertThat(following("B")).containsExactly("two", "both", "one", "B after one");
        assertThat(following()).containsExactly("two", "both", "one");
    }

    @Test
    void nothing_follows_from_nothing() {
        RebuildPlanner planner = planner(new HandlerSettings(List.of("Docker"), List.of("A", "B")));

        assertThat(plan(planner)).isEqualTo(RebuildPlan.EMPTY);
    }

    @Test
    void a_follow_up_that_nobody_knows_stops_the_start_with_those_that_are_known() {
        assertThatIllegalStateException()
                .isThrownBy(() -> following("C"))
                .withMessage("The setting freshmaker.follow-ups names C, which is none of the follow-ups A, B");
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
        RebuildPlanner planner = new RebuildPlanner(
                List.of(never), List.of(), new HandlerSettings(List.of(), List.of()), RulesForTests.EVERYTHING);

        assertThat(plan(planner)).isEqualTo(RebuildPlan.EMPTY);
    }

    private List<String> planned(String... enabled) {
        return names(plan(planner(new HandlerSettings(List.of(enabled), List.of()))));
    }

    private List<String> following(String... enabled) {
        return names(plan(planner(new HandlerSettings(List.of(), List.of(enabled)))));
    }

    private RebuildPlanner planner(HandlerSettings settings) {
        return new RebuildPlanner(
                List.of(spec, docker, another),
                List.of(new OneMore("A"), new OneMore("B")),
                settings,
                RulesForTests.EVERYTHING);
    }

    private static RebuildPlan plan(RebuildPlanner planner) {
        return planner.plan(PUSH, PUSH.eventType(), false);
    }

    private static List<String> names(RebuildPlan plan) {
        return plan.artifacts().stream().map(one -> one.artifact().name()).toList();
    }

    /** Plans one more, after the last. */
    private record OneMore(String name) implements FollowUp {
        @Override
        public RebuildPlan after(RebuildPlan plan, Draft draft) {
            PlannedArtifact last = plan.artifacts().getLast();
            draft.consider(
                    Fixed.planned(name + " after " + last.artifact().name()).after(List.of(last.key()), List.of()));
            return draft.finished();
        }
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
