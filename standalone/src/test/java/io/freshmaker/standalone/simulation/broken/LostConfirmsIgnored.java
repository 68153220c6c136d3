package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.ConfirmedPublishing;
import io.freshmaker.messaging.bus.NotConfirmed;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.bus.Topology;
import java.util.List;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.annotation.Bean;

/** The publisher goes on although the broker confirmed nothing. */
public class LostConfirmsIgnored {

    @Bean
    ConfirmedPublishing confirmedPublishing(
            ConnectionFactory connections, Topology topology, BusSettings settings, BusMetrics metrics) {
        return new ConfirmedPublishing(connections, topology, settings, metrics) {
            @Override
            public synchronized void publish(List<OutgoingMessage> messages) {
                try {
                    super.publish(messages);
                } catch (NotConfirmed ignored) {
                    // which is the mistake
                }
            }
        };
    }
}
