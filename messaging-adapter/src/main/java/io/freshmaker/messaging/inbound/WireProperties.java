package io.freshmaker.messaging.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.ContentHeaderPropertyWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Properties of a message in AMQP's own encoding, which keeps the type of every header; JSON would not, and a parked copy must
 * be what came.
 */
final class WireProperties {

    private static final int WEIGHT = 0;
    private static final long BODY_SIZE = 0;
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule().addSerializer(LongString.class, new ToStringSerializer()));

    private WireProperties() {}

    static byte[] encode(BasicProperties properties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(WEIGHT);
            out.writeLong(BODY_SIZE);
            properties.writePropertiesTo(new ContentHeaderPropertyWriter(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BasicProperties decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new BasicProperties(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headers for people to read; never used to make a message again. */
    static String readable(BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            return "{}"; // a header that JSON has no word for; the encoded properties have it
        }
    }
}
