package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.buffer.ProtonBufferAllocator;
import org.apache.qpid.protonj2.codec.CodecFactory;
import org.apache.qpid.protonj2.codec.Decoder;
import org.apache.qpid.protonj2.codec.DecoderState;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.messaging.AmqpSequence;
import org.apache.qpid.protonj2.types.messaging.AmqpValue;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;
import org.apache.qpid.protonj2.types.messaging.Data;
import org.apache.qpid.protonj2.types.messaging.Properties;

/** A message of the UMB, read from its encoded form, as an ordinary delivery. */
final class UmbMessage {

    private final byte[] encoded;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Properties properties = new Properties();
    private Map<String, Object> headers = Map.of();
    private boolean isPlain = true;

    private UmbMessage(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * Never throws: what cannot be read, or has a body that is neither text nor bytes, is delivered with the whole encoded message as
     * its body, which is kept and is broken for whoever reads it.
     *
     * @param queue where it comes from, which stands for the exchange
     */
    static Delivered read(String queue, byte[] encoded) {
        UmbMessage message = new UmbMessage(encoded);
        try {
            message.decode();
        } catch (RuntimeException _) { // not only the decoder's own: it trusts lengths that it reads
            BasicProperties nothing = new BasicProperties.Builder().build();
            return new Delivered(queue, UmbTopic.of(null, null, Map.of(), queue), nothing, encoded);
        }
        return message.delivered(queue);
    }

    private void decode() {
        ProtonBuffer buffer = ProtonBufferAllocator.defaultAllocator().copy(encoded);
        Decoder decoder = CodecFactory.getDecoder();
        DecoderState state = decoder.newDecoderState();
        while (buffer.isReadable()) {
            state.reset();
            take(decoder.readObject(buffer, state));
        }
    }

    private void take(Object section) {
        switch (section) {
            case Properties given -> properties = given;
            case ApplicationProperties given -> headers = UmbHeaders.headers(given.getValue());
            case Data data -> body.writeBytes(data.getValue());
            case AmqpValue<?> value -> takeValue(value.getValue());
            case AmqpSequence<?> _ -> isPlain = false;
            default -> {} // of the way that it came
        }
    }

    private void takeValue(Object value) {
        switch (value) {
            case null -> {}
            case String text -> body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            case Binary bytes -> body.writeBytes(bytes.asByteArray());
            case byte[] bytes -> body.writeBytes(bytes);
            default -> isPlain = false;
        }
    }

    private Delivered delivered(String queue) {
        String topic = UmbTopic.of(properties.getTo(), properties.getSubject(), headers, queue);
        byte[] content = isPlain ? body.toByteArray() : encoded;
        return new Delivered(queue, topic, UmbHeaders.properties(properties, headers), content);
    }
}
