package io.freshmaker.messaging.inbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while we listen to all queues of the UMB that we are to listen to. */
@Component("umb")
class UmbHealth implements HealthIndicator, MeterBinder {

    private final Subscription subscription;

    UmbHealth(@Qualifier("umbSubscription") Subscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public Health health() {
        return isWell() ? Health.up().build() : Health.outOfService().build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        if (!subscription.isAutoStartup()) return;
        Gauge.builder("freshmaker.umb.listening", this, umb -> umb.isWell() ? 1 : 0)
                .description("1 while this process listens to the queues of the UMB, else 0")
                .register(meters);
    }

    private boolean isWell() {
        return !subscription.isAutoStartup() || subscription.isUp();
    }
}
