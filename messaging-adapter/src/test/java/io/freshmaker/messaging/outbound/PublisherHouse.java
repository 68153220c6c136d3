package io.freshmaker.messaging.outbound;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.ConfirmedPublishing;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.testing.TestBroker;
import io.freshmaker.messaging.testing.UmbTestBroker;
import io.freshmaker.messaging.umb.UmbSettings;
import io.freshmaker.platform.testing.TestHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole room as Spring wires it, over a real database and broker, with somebody who listens to all that goes out. */
final class PublisherHouse implements AutoCloseable {

    static final String EAR = "ear";
    private static @Nullable TestBroker current; // for the beans, which Spring makes

    /** How many of the next publications are taken for lost, though the broker has confirmed them. */
    static final AtomicInteger CRASHES = new AtomicInteger();

    final TestBroker broker;
    final TestHouse house;

    PublisherHouse(TestBroker broker) throws Exception {
        this.broker = broker;
        current = broker;
        house = TestHouse.with(Room.class);
        try (Channel channel = broker.channel()) {
            channel.exchangeDeclare(Topology.DOMAIN_EVENTS, "topic", true);
            channel.queueDeclare(EAR, true, false, false, Map.of());
            channel.queueBind(EAR, Topology.DOMAIN_EVENTS, "#");
            channel.queueBind(EAR, Topology.BUS, "org.fedoraproject.prod.freshmaker.#");
        }
    }

    void store(Story story) {
        house.bean(EventStore.class).publish(story.messages());
    }

    void stop(String... processors) {
        for (String processor : processors) processor(processor).shutDown();
    }

    void start(String... processors) {
        for (String processor : processors) processor(processor).start();
    }

    /** Gives positions to all facts of these stories, one story after the other. */
    void number(Story... stories) {
        JdbcTemplate sql = house.bean(JdbcTemplate.class);
        for (Story story : stories) {
            sql.update("""
                insert into feed (position, event_identifier)
                select (select max(position) from feed) + row_number() over (order by global_index), event_identifier
                from domain_event
                where strpos(convert_from(payload, 'UTF8'), ?) > 0\
                """, story.event.value());
        }
    }

    private EventProcessor processor(String name) {
        return house.bean(EventProcessingConfiguration.class)
                .eventProcessor(name)
                .orElseThrow();
    }

    /** Exactly the next messages, however long they take to come; later ones stay in the queue. */
    List<Heard> hear(int count) throws Exception {
        return hear(heard -> heard.size() == count);
    }

    /** The next messages until it is enough. */
    List<Heard> hear(Predicate<List<Heard>> enough) throws Exception {
        List<Heard> heard = new ArrayList<>();
        BlockingQueue<Delivery> arriving = new LinkedBlockingQueue<>();
        try (Channel channel = broker.channel()) {
            channel.basicConsume(EAR, false, (_, delivery) -> arriving.add(delivery), _ -> {});
            long last = 0;
            while (!enough.test(heard)) {
                Delivery next = arriving.poll(60, TimeUnit.SECONDS);
                if (next == null) throw new AssertionError("Only %d messages".formatted(heard.size()));
                heard.add(Heard.of(next));
                last = next.getEnvelope().getDeliveryTag();
            }
            channel.basicAck(last, true);
        }
        return heard;
    }

    @Override
    public void close() {
        house.close();
        broker.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "io.freshmaker.messaging.bus",
        "io.freshmaker.messaging.inbound",
        "io.freshmaker.messaging.outbound",
        "io.freshmaker.messaging.umb"
    })
    static class Room {

        @Bean
        CachingConnectionFactory connections() {
            return Objects.requireNonNull(current).connections();
        }

        @Bean
        @Primary
        UmbSettings umbOfTheTest() {
            return Objects.requireNonNull(current).umb().orElseGet(UmbTestBroker::off);
        }

        @Bean
        @Primary
        ConfirmedPublishing crashingPublishing(
                ConnectionFactory connections, Topology topology, BusSettings settings, BusMetrics metrics) {
            return new ConfirmedPublishing(connections, topology, settings, metrics) {
                @Override
                public synchronized void publish(List<OutgoingMessage> messages) {
                    super.publish(messages);
                    if (CRASHES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("crash between confirm and token");
                    }
                }
            };
        }
    }
}
