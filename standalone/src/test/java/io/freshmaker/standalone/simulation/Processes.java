package io.freshmaker.standalone.simulation;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.house.House;
import io.freshmaker.standalone.simulation.house.Surroundings;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes of a world: they die and freeze, and for each that is dead there comes a new one. */
final class Processes {

    private static final Duration LONGEST_DOWN = Duration.ofSeconds(20);
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(45);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(3);
    private static final int MOST_DEATHS = 6;
    private static final int MOST_LIVES = 30;

    private final World world;
    private final Faults faults;
    private final Surroundings outside;
    private final Lab lab;
    private final int count;
    private final Strand fate;
    private final List<House> houses = new ArrayList<>();
    private int coming;
    private int lives;

    /** @param count how many there are at once */
    Processes(Surroundings outside, Lab lab, int count) {
        this.world = outside.world();
        this.faults = outside.faults();
        this.outside = outside;
        this.lab = lab;
        this.count = count;
        this.fate = world.strand(world.machine("fate"), "new lives", 1);
        outside.farm().tell(this::report);
        outside.farm().hint(id -> anyUp().ifPresent(house -> house.hint(id)));
    }

    void begin() {
        for (int i = 0; i < count; i++) live();
    }

    /** After each step: somebody may die or freeze; the dead are replaced after a while. */
    void goOn() {
        if (faults.strikes(Fault.DIES)) anyUp().ifPresent(this::kill);
        if (faults.strikes(Fault.FREEZES)) {
            anyUp().ifPresent(house -> house.machine().freezeUntil(world.now().plus(world.upTo(LONGEST_FREEZE))));
        }
        List<House> dead =
                houses.stream().filter(house -> house.machine().isDead()).toList();
        houses.removeAll(dead);
        dead.forEach(_ -> replace());
    }

    /** Whether as many are up as there shall be. */
    boolean areUp() {
        return coming == 0 && houses.stream().allMatch(House::isUp);
    }

    /** One of those that are up. */
    Optional<House> anyUp() {
        List<House> up = houses.stream().filter(House::isUp).toList();
        return up.isEmpty()
                ? Optional.empty()
                : Optional.of(up.get(world.random().nextInt(up.size())));
    }

    /** All die, and one begins to live. */
    House last() {
        houses.forEach(this::kill);
        houses.clear();
        world.buryTheDead();
        lab.freeClaims();
        return add();
    }

    void close() {
        houses.forEach(this::kill);
        world.buryTheDead();
    }

    @Override
    public String toString() {
        return count == 1 ? "one process" : count + " processes";
    }

    private void kill(House house) {
        world.note(house.machine() + " dies");
        house.machine().die();
    }

    private void replace() {
        if (lives >= MOST_DEATHS) {
            List.of(
                            Fault.DIES,
                            Fault.DIES_BEFORE_COMMIT,
                            Fault.DIES_AFTER_COMMIT,
                            Fault.DIES_BEFORE_CALL,
                            Fault.DIES_BEFORE_ANSWER,
                            Fault.DIES_AFTER_ANSWER)
                    .forEach(faults::cease);
        }
        if (lives > MOST_LIVES) throw new IllegalStateException("No process lives for long: see simulation.log");
        coming++;
        fate.after(world.upTo(LONGEST_DOWN), () -> {
            coming--;
            live();
        });
    }

    private void live() {
        if (count == 1) lab.freeClaims();
        add();
    }

    private House add() {
        House house = new House("house-" + ++lives, lab.template(), outside);
        houses.add(house);
        return house;
    }

    private void report(BuildId build, ExternalOutcome outcome) {
        Runnable again = () -> fate.after(TELL_AGAIN, () -> report(build, outcome));
        anyUp().ifPresentOrElse(house -> house.report(build, outcome, again), again);
    }
}
