package io.freshmaker.command.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.freshmaker.command.outside.Exchange.Half;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What may go wrong with one request.
 *
 * @param name for people, e.g. {@code truncated answer}
 */
public record Fault(String name, Befalling how) {

    /** Does it, instead of the peer's own answer. */
    @FunctionalInterface
    public interface Befalling {
        void befall(Victim victim) throws IOException;
    }

    /** The peer's own answer, as it is after the peer has done what it was asked for. */
    @FunctionalInterface
    public interface Honest {
        byte[] answer() throws IOException;
    }

    /**
     * A request and its connection.
     *
     * @param time the how manieth request of its kind it is, from 1
     * @param elsewhere a server that nobody may call
     */
    public record Victim(Half request, int time, Socket socket, Honest honest, URI elsewhere) {

        public void say(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** The peer's own answer with more in it, before its last bytes. */
        public byte[] longer(byte[] more, int last) throws IOException {
            byte[] body = body();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(body, 0, body.length - last);
            all.writeBytes(more);
            all.write(body, body.length - last, last);
            return Wire.withBody(head(), all.toByteArray());
        }

        /** The peer's own answer with another text in it. */
        public byte[] changed(UnaryOperator<String> change) throws IOException {
            String body = change.apply(new String(body(), ISO_8859_1));
            return Wire.withBody(head(), body.getBytes(ISO_8859_1));
        }

        /** The peer's own answer without what follows its head. */
        byte[] head() throws IOException {
            byte[] all = honest.answer();
            return Arrays.copyOf(all, Wire.endOfHead(all));
        }

        byte[] body() throws IOException {
            byte[] all = honest.answer();
            return Arrays.copyOfRange(all, Wire.endOfHead(all), all.length);
        }

        /** Says nothing until the other side has hung up. */
        void wait(InputStream in) throws IOException {
            in.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
