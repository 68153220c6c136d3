package io.freshmaker.command.policy;

import io.freshmaker.api.compose.ComposeCommand;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.ComposeSystems;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Jobs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks ODCS how composes stand and takes what it says to all Events that wait for them. Facts come before rows, so that a crash in
 * between tells them once more. One that fails stops no other.
 */
@Component
class ComposeNews {

    private final ComposeSystems systems;
    private final ComposeUses uses;
    private final Commands commands;
    private final ObjectProvider<Jobs> jobs;
    private final ObjectProvider<RenewComposeJob> renewing;

    ComposeNews(
            ComposeSystems systems,
            ComposeUses uses,
            Commands commands,
            ObjectProvider<Jobs> jobs,
            ObjectProvider<RenewComposeJob> renewing) {
        this.systems = systems;
        this.uses = uses;
        this.commands = commands;
        this.jobs = jobs;
        this.renewing = renewing;
    }

    /** Asks how these stand, in few calls. */
    void look(Collection<Long> numbers) {
        List<RuntimeException> failures = new ArrayList<>();
        Map<Boolean, List<Long>> byMaker =
                numbers.stream().distinct().collect(Collectors.partitioningBy(number -> number < 0));
        byMaker.values().stream()
                .filter(some -> !some.isEmpty())
                .forEach(some -> trying(failures, () -> {
                    Map<Long, Compose> found = systems.of(some.getFirst()).find(some);
                    some.forEach(number -> trying(failures, () -> tell(number, found.get(number))));
                }));
        if (failures.isEmpty()) return;
        RuntimeException first = failures.removeFirst();
        failures.forEach(first::addSuppressed);
        throw first;
    }

    private static void trying(List<RuntimeException> failures, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /** These wishes are made, or were made, as this number. */
    void assigned(List<ComposeUse> wishes, long number, boolean shared) {
        send(wishes, wish -> new AssignCompose(wish.wish(), number, shared));
        uses.assigned(wishes, number);
    }

    /** These will never be there. */
    void failed(List<ComposeUse> some, Reason reason) {
        send(some, wish -> new FailCompose(wish.wish(), reason));
        some.forEach(use -> uses.failed(use, reason));
    }

    /** It was taken away, though builds need it: it is made again. */
    void lost(long number) {
        if (uses.lost(number)) renewLater(number);
    }

    void renewLater(long number) {
        jobs.getObject().store(renewing.getObject(), String.valueOf(number));
    }

    void renewed(List<ComposeUse> some, long number, long next) {
        send(some, wish -> new AssignCompose(wish.wish(), next, false));
        uses.renewed(number, next);
    }

    /** @param compose null when ODCS does not know it */
    private void tell(long number, @Nullable Compose compose) {
        if (compose == null || compose.state() == Compose.State.REMOVED) {
            if (!uses.pending(number).isEmpty()) lost(number);
            return;
        }
        if (compose.state() == Compose.State.DONE) {
            send(uses.pending(number), wish -> new ReportComposeDone(wish.wish(), number));
            uses.done(number, compose.removed());
        }
        if (compose.state() == Compose.State.FAILED) failed(uses.pending(number), reason(compose));
    }

    static Reason reason(Compose failed) {
        return new Reason(
                ReasonCode.COMPOSE_FAILED,
                Map.of("compose", String.valueOf(failed.number()), "error", ErrorText.cut(failed.reason())));
    }

    private void send(List<ComposeUse> some, Function<ComposeUse, ComposeCommand> command) {
        commands.sendAll(some.stream().filter(ComposeUse::isWish).map(command).toList());
    }
}
