package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.outside.FollowedTags;
import io.freshmaker.command.port.BuildTags;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks which of the followed tags a completed build has, for the message of its completion does not say; each is a trigger. */
@Component
class LookAtBuildJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtBuildJob.class);

    private final ObjectProvider<BuildTags> tags;
    private final FollowedTags followed;
    private final Commands commands;

    LookAtBuildJob(ObjectProvider<BuildTags> tags, FollowedTags followed, Commands commands) {
        this.tags = tags;
        this.followed = followed;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "look-at-build";
    }

    /** Whether there is anything to find out: tags are followed, and somebody knows the tags of builds. */
    boolean isWanted() {
        return !followed.isEmpty() && tags.getIfAvailable() != null;
    }

    @Override
    public void run(String subject) {
        List<String> has = Optional.ofNullable(tags.getIfAvailable())
                .map(known -> known.tagsOf(subject))
                .orElse(List.of());
        has.stream().flatMap(tag -> trigger(subject, tag)).forEach(this::register);
    }

    /** What it got while nobody could be asked is found by the catch-up. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("Nobody could be asked for the tags of {}: {}", subject, cause.toString());
    }

    private Stream<Trigger> trigger(String build, String tag) {
        return followed.branchOf(tag).<Trigger>map(branch -> new BuildTagged(build, tag, branch)).stream();
    }

    private void register(Trigger trigger) {
        commands.send(RegisterEvent.of("looked-up." + trigger.searchKey(), trigger, false));
    }
}
