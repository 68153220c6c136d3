package io.freshmaker.platform.routing;

import io.freshmaker.platform.cluster.Member;
import io.freshmaker.platform.cluster.Presence;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * UP when commands can be sent: a process that handles them is known, and this one has not been left alone while the database
 * says that others are alive. Who has another secret, or is cut off, stands alone and so never becomes ready.
 */
final class CommandsHealth implements HealthIndicator {

    /** A member that was killed looks alive in the database for a while. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Connector connector;
    private final Presence presence;

    CommandsHealth(Connector connector, Presence presence) {
        this.connector = connector;
        this.presence = presence;
    }

    @Override
    public Health health() {
        List<Member> others = presence.others();
        if (!others.isEmpty() && connector.isAloneFor(GRACE)) {
            return down("alone, though others are alive", others);
        }
        return connector.knowsHandler()
                ? Health.up().build()
                : down("no process that handles commands is known", others);
    }

    private Health down(String why, List<Member> others) {
        String cluster = presence.self().cluster();
        return Health.down()
                .withDetail("why", why)
                .withDetail("others", others.stream().map(Member::id).toList())
                .withDetail(
                        "with another secret",
                        others.stream()
                                .filter(other -> !other.cluster().equals(cluster))
                                .map(Member::id)
                                .toList())
                .build();
    }
}
