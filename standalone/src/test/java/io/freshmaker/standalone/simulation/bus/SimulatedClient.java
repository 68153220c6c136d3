package io.freshmaker.standalone.simulation.bus;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import io.freshmaker.standalone.simulation.time.Machine;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** Connections and channels that publish into a {@link SimulatedBus}; whatever else is asked of them succeeds and does nothing. */
final class SimulatedClient {

    private SimulatedClient() {}

    static ConnectionFactory of(SimulatedBus bus, Machine machine) {
        com.rabbitmq.client.Connection delegate = answering(
                com.rabbitmq.client.Connection.class,
                (_, method, _) -> method.getName().equals("createChannel") ? channel(bus, machine) : nothing(method));
        Connection connection = answering(
                Connection.class,
                (_, method, _) -> method.getName().equals("getDelegate") ? delegate : nothing(method));
        return answering(
                ConnectionFactory.class,
                (_, method, _) -> method.getName().equals("createConnection") ? connection : nothing(method));
    }

    private static Channel channel(SimulatedBus bus, Machine machine) {
        List<Published> sent = new ArrayList<>();
        return answering(Channel.class, (_, method, arguments) -> {
            machine.checkAlive();
            switch (method.getName()) {
                case "basicPublish" -> sent.add(message(Objects.requireNonNull(arguments)));
                case "waitForConfirmsOrDie" -> confirm(bus, sent);
                default -> {}
            }
            return nothing(method);
        });
    }

    private static void confirm(SimulatedBus bus, List<Published> sent) throws Exception {
        List<Published> all = List.copyOf(sent);
        sent.clear();
        bus.publish(all);
    }

    /** Exchange, routing key, perhaps flags, properties, body. */
    private static Published message(@Nullable Object[] arguments) {
        BasicProperties properties = only(BasicProperties.class, arguments);
        return new Published(
                String.valueOf(arguments[0]),
                String.valueOf(arguments[1]),
                String.valueOf(properties.getMessageId()),
                only(byte[].class, arguments));
    }

    private static <T> T only(Class<T> type, @Nullable Object[] arguments) {
        return Stream.of(arguments)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object nothing(Method method) {
        if (method.getName().equals("isOpen")) return true;
        if (method.getReturnType() == boolean.class) return false;
        if (method.getReturnType() == long.class) return 0L;
        if (method.getReturnType() == Map.class) return Map.of();
        return method.getReturnType() == int.class ? (Object) 0 : null;
    }

    private static <T> T answering(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
