package io.freshmaker.standalone.simulation.house;

import io.freshmaker.standalone.simulation.build.Farm;
import io.freshmaker.standalone.simulation.build.Outages;
import io.freshmaker.standalone.simulation.build.SimulatedNews;
import io.freshmaker.standalone.simulation.bus.SimulatedBus;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.image.ComposeFarm;
import io.freshmaker.standalone.simulation.image.ImageWorld;
import io.freshmaker.standalone.simulation.image.KnownDigests;
import io.freshmaker.standalone.simulation.time.World;

/** Everything around a house, which outlives it. */
public record Surroundings(
        World world,
        Faults faults,
        Outages outages,
        SimulatedDatabase database,
        SimulatedBus bus,
        Farm farm,
        SimulatedNews news,
        ImageWorld images,
        KnownDigests digests,
        ComposeFarm composes) {}
