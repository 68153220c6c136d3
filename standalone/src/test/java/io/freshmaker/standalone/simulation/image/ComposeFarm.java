package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Compose.State;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Where composes are made. It makes each that it is asked for, also twice the same, some time later, and hints that it is over. */
public final class ComposeFarm {

    /** Is there from the beginning: every image was built with it. */
    static final long OF_ALL_IMAGES = 100;

    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration KEPT = Duration.ofDays(1);

    private final World world;
    private final Strand strand;
    private final Map<Long, Ordered> all = new LinkedHashMap<>();
    private final List<ComposeRequest> inVain = new ArrayList<>();
    private LongConsumer hinted = _ -> {};

    private record Ordered(Optional<ComposeRequest> wanted, Compose compose) {}

    public ComposeFarm(World world) {
        this.world = world;
        this.strand = world.strand(world.machine("odcs"), "composes", 100);
        keep(OF_ALL_IMAGES, Optional.empty(), State.DONE, ImageWorld.SHARED_SET);
    }

    /** Who is told that one has changed its state; it may not reach him. */
    public void hint(LongConsumer whom) {
        hinted = whom;
    }

    /** What was asked for though it was on its way or there already. */
    public List<ComposeRequest> askedInVain() {
        return List.copyOf(inVain);
    }

    long request(ComposeRequest wanted) {
        long number = OF_ALL_IMAGES + all.size();
        world.note("compose " + number + " of " + wanted.content());
        if (!alike(wanted).isEmpty()) inVain.add(wanted);
        keep(number, Optional.of(wanted), State.WAIT, wanted.source());
        strand.after(world.upTo(LONGEST), () -> end(number, wanted));
        return number;
    }

    List<Compose> alike(ComposeRequest wanted) {
        List<Compose> alike = new ArrayList<>();
        all.values().stream()
                .filter(one -> one.wanted().filter(wanted::equals).isPresent())
                .map(Ordered::compose)
                .filter(one -> one.state().isPending() || one.state() == State.DONE)
                .forEach(alike::addFirst);
        return alike;
    }

    Optional<Compose> find(long number) {
        return Optional.ofNullable(all.get(number)).map(Ordered::compose);
    }

    private void end(long number, ComposeRequest wanted) {
        boolean known = !wanted.source().contains(ImageWorld.UNKNOWN_SET);
        keep(number, Optional.of(wanted), known ? State.DONE : State.FAILED, wanted.source());
        hinted.accept(number);
    }

    private void keep(long number, Optional<ComposeRequest> wanted, State state, String source) {
        String reason = state == State.FAILED ? "No such content set" : "";
        all.put(
                number,
                new Ordered(
                        wanted,
                        new Compose(number, state, null, source, world.now().plus(KEPT), reason)));
    }
}
