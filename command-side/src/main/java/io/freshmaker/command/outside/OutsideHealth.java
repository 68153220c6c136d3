package io.freshmaker.command.outside;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says which systems outside are left alone at the moment. Never a reason to be down: we work on what the others can do. */
@Component("outside")
class OutsideHealth implements HealthIndicator {

    private final OutsideSystems systems;

    OutsideHealth(OutsideSystems systems) {
        this.systems = systems;
    }

    @Override
    public Health health() {
        return Health.up().withDetails(systems.circuits()).build();
    }
}
