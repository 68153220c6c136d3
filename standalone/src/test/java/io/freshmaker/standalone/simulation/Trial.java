package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.EventId;
import io.freshmaker.standalone.simulation.build.Farm;
import io.freshmaker.standalone.simulation.build.Outages;
import io.freshmaker.standalone.simulation.build.SimulatedNews;
import io.freshmaker.standalone.simulation.bus.SimulatedBus;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.house.House;
import io.freshmaker.standalone.simulation.house.Surroundings;
import io.freshmaker.standalone.simulation.image.ComposeFarm;
import io.freshmaker.standalone.simulation.image.KnownDigests;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.Trace;
import io.freshmaker.standalone.simulation.time.World;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.Quiet;
import io.freshmaker.standalone.world.StoreInvariants;
import io.freshmaker.standalone.world.StoredFact;
import io.freshmaker.standalone.world.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One seed: a world, one or two processes in it, messages to work off, what goes wrong meanwhile, and what must hold in the end. */
final class Trial {

    private static final Duration FAULTY = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofHours(3); // a system may be away for one
    private static final Duration REPLAY = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int CALM = 10;
    private static final int LONGEST_LINE = 300;

    private final long seed;
    private final World world;
    private final Faults faults;
    private final Lab lab;
    private final Duration patience;
    private final Surroundings outside;
    private final Story story;
    private final Processes processes;
    private final SimulatedNews news;
    private final List<BusMessage> told = new ArrayList<>();
    private final List<BusMessage> lost = new ArrayList<>();
    private int hints;

    Trial(long seed, Lab lab) {
        this(seed, lab, Map.of());
    }

    /** @param certain what goes wrong in it so often, whatever the seed wants */
    Trial(long seed, Lab lab, Map<Fault, Double> certain) {
        this(seed, lab, certain, Updates::random);
    }

    /** @param patience how long something may be left to do once nothing goes wrong any more, in the time of the world */
    Trial(long seed, Lab lab, Map<Fault, Double> certain, Duration patience) {
        this(seed, lab, certain, Updates::random, patience);
    }

    /**
     * @param certain what goes wrong in it so often, whatever the seed wants; then its build system is followed
     * @param stories what it is about
     */
    Trial(long seed, Lab lab, Map<Fault, Double> certain, Function<Random, Story> stories) {
        this(seed, lab, certain, stories, PATIENCE);
    }

    private Trial(long seed, Lab lab, Map<Fault, Double> certain, Function<Random, Story> stories, Duration patience) {
        this.seed = seed;
        this.lab = lab;
        this.patience = patience;
        world = new World(seed);
        Random random = world.random();
        faults = new Faults(world, seed % CALM != 0, certain);
        story = stories.apply(random);
        Farm farm = new Farm(world, faults, story.broken(), places(random, !certain.isEmpty()));
        news = new SimulatedNews(world);
        outside = new Surroundings(
                world,
                faults,
                new Outages(world),
                lab.database(),
                new SimulatedBus(world, faults),
                farm,
                news,
                story.shelf(),
                new KnownDigests(),
                new ComposeFarm(world));
        processes = new Processes(outside, lab, 1 + random.nextInt(2));
    }

    /** Half of the worlds have a build system with few places, which is followed. */
    private static int places(Random random, boolean always) {
        return random.nextBoolean() || always ? 1 + random.nextInt(4) : 0;
    }

    long seed() {
        return seed;
    }

    /** What went wrong, and how often. */
    Map<Fault, Integer> faults() {
        return faults.counts();
    }

    /** What happened. Throws what must not be, with the facts and the last steps. */
    Trace run() {
        world.enter();
        try {
            lab.begin(story.catalog(), faults);
            live();
            return world.trace();
        } catch (AssertionError | RuntimeException e) {
            String facts = StoredFact.all(lab.sql()).stream().map(Trial::line).collect(Collectors.joining("\n"));
            throw new AssertionError(
                    "%s%n%nFacts:%n%s%n%nLast steps:%n%s".formatted(e.getMessage(), facts, world.trace()), e);
        } finally {
            processes.close();
            world.leave();
        }
    }

    @Override
    public String toString() {
        return "Seed " + seed + " (" + processes + ", faults: " + faults.counts() + ")";
    }

    private static String line(StoredFact fact) {
        String text = fact.index() + " " + fact.fact();
        return text.substring(0, Math.min(LONGEST_LINE, text.length()));
    }

    private void live() {
        processes.begin();
        outside.composes().hint(number -> tell(BusMessage.composeChanged("compose-" + ++hints, number)));
        tellMessages();
        story.begin(outside);
        goOnUntil(world.now().plus(FAULTY));
        faults.end();
        drain();
        House last = processes.last();
        drain();
        new Outcome(lab.sql(), outside, told).hold();
        story.hold(StoredFact.all(lab.sql()), outside);
        replay(last);
    }

    private void tellMessages() {
        Strand others = world.strand(world.machine("others"), "bus", 1);
        for (Iterator<BusMessage> messages = story.messages().iterator(); messages.hasNext(); ) {
            BusMessage message = messages.next();
            boolean lostForEver = faults.strikes(Fault.MESSAGE_IS_LOST);
            (lostForEver ? lost : told).add(message);
            others.after(world.upTo(FAULTY.dividedBy(2)), () -> {
                Messages.triggerOf(message).ifPresent(news::happened);
                if (!lostForEver) outside.bus().tell(message);
            });
        }
    }

    private void tell(BusMessage message) {
        told.add(message);
        outside.bus().tell(message);
    }

    private void goOnUntil(Instant end) {
        while (world.step(end)) {
            processes.goOn();
            if (faults.strikes(Fault.CANCELS)) cancelAny();
        }
    }

    private void cancelAny() {
        List<BusMessage> all = all();
        EventId event = Messages.eventOf(all.get(world.random().nextInt(all.size())));
        processes.anyUp().ifPresent(house -> house.cancel(event));
    }

    /** Goes on until nothing is left to do, which must come. */
    private void drain() {
        Instant end = world.now().plus(patience);
        Map<String, Long> left = leftToDo();
        while (!left.isEmpty()) {
            assertThat(world.now()).as("time, with this left to do: %s", left).isBefore(end);
            goOnUntil(world.now().plus(LOOK));
            new StoreInvariants(lab.sql()).everyWaitHasAnEnd();
            left = leftToDo();
        }
    }

    private List<BusMessage> all() {
        return Stream.concat(told.stream(), lost.stream()).toList();
    }

    /** What has changed and has no Event: its message may be lost, but whoever asks is told. */
    private long triggersWithoutEvent() {
        List<String> events = lab.sql()
                .sql("select aggregate_identifier from domain_event where payload_type like '%.EventRegistered'")
                .query((row, _) -> row.getString(1))
                .list();
        return all().stream()
                .flatMap(message -> Messages.triggerOf(message).stream())
                .filter(trigger -> !events.contains(trigger.eventId().value()))
                .count();
    }

    private Map<String, Long> leftToDo() {
        if (!processes.areUp()) return Map.of("processes to start", 1L);
        if (!outside.bus().isDelivered()) return Map.of("messages to deliver", 1L);
        Map<String, Long> left = new Quiet(lab.sql())
                .leftToDo((int) told.stream().filter(Messages::isReadable).count());
        if (triggersWithoutEvent() > 0) left.put("triggers", triggersWithoutEvent());
        return left;
    }

    /** Makes the read models from zero; they must come to what they were. */
    private void replay(House house) {
        Views views = new Views(lab.sql());
        Map<String, List<String>> before = views.rows();
        CompletableFuture<Void> begun = house.replay("events");
        Instant end = world.now().plus(REPLAY);
        while (!begun.isDone() && world.step(end)) processes.goOn();
        do goOnUntil(world.now().plus(LOOK));
        while (!views.rows().equals(before) && world.now().isBefore(end));
        assertThat(views.rows()).as("read models after a replay").isEqualTo(before);
    }
}
