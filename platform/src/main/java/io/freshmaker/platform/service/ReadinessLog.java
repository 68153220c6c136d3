package io.freshmaker.platform.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Says in one line when the service is ready, and when it is not any more and why. */
final class ReadinessLog implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ReadinessLog.class);
    private static final Duration UNTIL_READY = Duration.ofMillis(500);
    private static final Duration ONCE_READY = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final ConfigurableApplicationContext context;
    private final HealthEndpoint health;
    private boolean ready;
    private long told = System.nanoTime();

    private ReadinessLog(String name, ConfigurableApplicationContext context) {
        this.name = name;
        this.context = context;
        this.health = context.getBean(HealthEndpoint.class);
    }

    static void watch(String name, ConfigurableApplicationContext context) {
        Thread.ofPlatform().daemon().name("readiness-log").start(new ReadinessLog(name, context));
    }

    @Override
    public void run() {
        try {
            while (context.isActive()) {
                look();
                Thread.sleep(ready ? ONCE_READY : UNTIL_READY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        HealthDescriptor now = health.healthForPath("readiness");
        if (!context.isActive()) return;
        boolean up = now != null && now.getStatus().equals(Status.UP);
        if (up && !ready) log.info("Freshmaker {} is ready: {}", name, url());
        else if (!up && (ready || System.nanoTime() - told > PATIENCE.toNanos())) sayWhyNot(now);
        ready = up;
    }

    private void sayWhyNot(@Nullable HealthDescriptor now) {
        told = System.nanoTime();
        log.warn(
                "Freshmaker {} is not ready: {}", name, now instanceof CompositeHealthDescriptor all ? down(all) : now);
    }

    private static Map<String, Status> down(CompositeHealthDescriptor all) {
        Map<String, Status> down = new TreeMap<>();
        Objects.requireNonNullElse(all.getComponents(), Map.<String, HealthDescriptor>of())
                .forEach((part, state) -> {
                    if (!state.getStatus().equals(Status.UP)) down.put(part, state.getStatus());
                });
        return down;
    }

    private String url() {
        Environment settings = context.getEnvironment();
        String address = settings.getProperty("server.address", "0.0.0.0");
        return "http://%s:%s/"
                .formatted(isAny(address) ? "localhost" : address, settings.getProperty("local.server.port", "0"));
    }

    private static boolean isAny(String address) {
        try {
            return InetAddress.getByName(address).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
