package io.freshmaker.command.adapter.bodhi;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.TriggerSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The updates that went stable, for those whose message never came. */
final class BodhiUpdates implements TriggerSource {

    private static final Logger log = LoggerFactory.getLogger(BodhiUpdates.class);

    private final Bodhi bodhi;

    BodhiUpdates(Bodhi bodhi) {
        this.bodhi = bodhi;
    }

    @Override
    public String name() {
        return "bodhi";
    }

    @Override
    public List<Trigger> since(Instant from) {
        return bodhi.stableSince(from).stream()
                .sorted(Comparator.comparing(BodhiUpdate::stableSince))
                .flatMap(BodhiUpdates::trigger)
                .distinct()
                .toList();
    }

    /** One that cannot be understood must not keep us from the others, so it is only said. */
    private static Stream<Trigger> trigger(BodhiUpdate update) {
        try {
            return Stream.of(update.stable());
        } catch (Refused e) {
            log.warn("An update that went stable is left out: {}", e.getMessage());
            return Stream.empty();
        }
    }
}
