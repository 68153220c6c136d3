package io.freshmaker.messaging.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** Somebody else on the UMB, over AMQP 1.0. */
public final class UmbClient {

    private static final int LIMIT_SECONDS = 30;

    private final int port;

    public UmbClient(int port) {
        this.port = port;
    }

    /** Sends each with its topic and waits until the broker has accepted it; {@code address} says where to. */
    public void send(Function<Wired, String> address, Wired... messages) {
        try (Client client = Client.create();
                Connection connection = connection(client)) {
            for (String to : List.of(messages).stream().map(address).distinct().toList()) {
                Sender sender = connection.openSender(to);
                for (Wired message : messages) {
                    if (address.apply(message).equals(to)) {
                        sender.send(message(message)).awaitAccepted(LIMIT_SECONDS, TimeUnit.SECONDS);
                    }
                }
            }
        } catch (ClientException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection(Client client) throws ClientException {
        ConnectionOptions options = new ConnectionOptions().user("guest").password("guest");
        return client.connect("127.0.0.1", port, options);
    }

    /** As text, like a JMS client; bytes where there is no text. */
    private static Message<?> message(Wired wired) throws ClientException {
        String text = new String(wired.body(), StandardCharsets.UTF_8);
        boolean isText = !text.isEmpty() && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), wired.body());
        Message<?> message = isText ? Message.create(text) : Message.create(wired.body());
        message.durable(true).to("topic://" + wired.routingKey());
        if (wired.messageId() != null) message.messageId(Objects.requireNonNull(wired.messageId()));
        return message;
    }
}
