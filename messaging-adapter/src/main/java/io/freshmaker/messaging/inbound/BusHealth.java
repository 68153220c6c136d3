package io.freshmaker.messaging.inbound;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up only while queues, exchanges and bindings exist and we listen (contract §1: readiness). */
@Component("bus")
class BusHealth implements HealthIndicator {

    private final Subscription subscription;

    BusHealth(@Qualifier("busSubscription") Subscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public Health health() {
        return subscription.isUp() ? Health.up().build() : Health.outOfService().build();
    }
}
