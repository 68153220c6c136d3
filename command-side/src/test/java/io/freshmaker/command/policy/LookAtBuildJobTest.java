package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.command.outside.FollowedTags;
import io.freshmaker.command.port.BuildTags;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LookAtBuildJobTest {

    private final Stored stored = new Stored();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @Test
    void the_followed_tags_of_a_completed_build_are_triggers() {
        LookAtBuildJob job = lookAtBuild(Map.of("f42-updates", "f42"));
        assertThat(job.isWanted()).as("nobody knows tags").isFalse();
        beans.addBean("tags", (BuildTags) build -> List.of("f42-updates", "f42-pending"));
        assertThat(job.isWanted()).isTrue();

        job.run("tls-1-2.fc42");

        BuildTagged trigger = new BuildTagged("tls-1-2.fc42", "f42-updates", "f42");
        assertThat(stored.sent())
                .containsExactly(new RegisterEvent(trigger.eventId(), "looked-up.f42-updates/tls-1-2.fc42", trigger));
        assertThat(lookAtBuild(Map.of()).isWanted()).isFalse();
    }

    private LookAtBuildJob lookAtBuild(Map<String, String> followed) {
        return new LookAtBuildJob(
                beans.getBeanProvider(BuildTags.class), new FollowedTags(followed), stored.commands());
    }
}
