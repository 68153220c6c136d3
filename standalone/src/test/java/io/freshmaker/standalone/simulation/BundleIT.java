package io.freshmaker.standalone.simulation;

import io.freshmaker.standalone.simulation.fault.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A bundle with thirty images, all rebuilt for one advisory, is one build with the right digests, at whatever step processes die and
 * whatever else goes wrong. {@code -Dbundles=N} tries so many seeds, {@code -Dbundle=N} repeats one.
 */
@ExtendWith(Labs.OfTheRun.class)
@Execution(ExecutionMode.CONCURRENT) // with others, which wait more than they work
@ResourceLock("labs")
class BundleIT {

    private static final int IN_VERIFY = 2;
    private static final int IN_SOAK = 200;

    private final Labs labs;

    BundleIT(Labs labs) {
        this.labs = labs;
    }

    @Test
    void the_bundle_is_built_once_after_all_of_its_images_whatever_goes_wrong() throws Exception {
        Long one = Long.getLong("bundle");
        int count = Integer.getInteger("bundles", IN_VERIFY);
        seeds(one == null ? LongStream.rangeClosed(1, count) : LongStream.of(one))
                .tryAll(labs);
    }

    @Tag("soak")
    @Test
    void two_hundred_bundles_are_built_once() throws Exception {
        seeds(LongStream.rangeClosed(1, IN_SOAK)).tryAll(labs);
    }

    /** Nobody decides otherwise meanwhile, and no build fails: then the end has to be the same. */
    private static Seeds seeds(LongStream seeds) {
        Map<Fault, Double> certain = new EnumMap<>(Fault.class);
        Fault.DECISIONS.forEach(fault -> certain.put(fault, 0.0));
        return new Seeds(seeds, certain, _ -> Shop.withThirtyImages());
    }
}
