package io.freshmaker.command.outside;

import io.freshmaker.command.outside.Exchange.Half;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP 1.1 as bytes: one request and its answer for each connection. */
final class Wire {

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private Wire() {}

    /** A request with its whole body; names of headers in lower case. */
    static Half request(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":\\s*", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Half(lines[0], headers, body(in, headers));
    }

    /** As it is sent on, for the last time on its connection. */
    static byte[] bytes(Half request) {
        StringBuilder head = new StringBuilder(request.start()).append("\r\n");
        request.headers().forEach((name, value) -> {
            if (!name.matches("connection|transfer-encoding|content-length")) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        head.append("content-length: ").append(request.body().length).append("\r\nconnection: close\r\n\r\n");
        return joined(head.toString().getBytes(StandardCharsets.ISO_8859_1), request.body());
    }

    static byte[] answer(int status, String headers, byte[] body) {
        String head = "HTTP/1.1 %d Some\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(status, headers, body.length);
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /** An answer that says that its connection ends with it, so that nobody sends another request there. */
    static byte[] last(byte[] answer) {
        int end = endOfHead(answer);
        String head = new String(answer, 0, end, StandardCharsets.ISO_8859_1)
                .replaceAll("(?i)\r\nconnection:[^\r]*", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n");
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), Arrays.copyOfRange(answer, end, answer.length));
    }

    static byte[] withBody(byte[] head, byte[] body) {
        String fitting = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("(?i)\r\ncontent-length:[^\r]*", "\r\nContent-Length: " + body.length);
        return joined(fitting.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /** Where the body begins. */
    static int endOfHead(byte[] all) {
        for (int i = 0; i + END.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + END.length, END, 0, END.length)) return i + END.length;
        }
        return all.length;
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) head.append((char) byteOf(in));
        return head.toString();
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.writeBytes(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readNBytes(2);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) line.append((char) byteOf(in));
        return Integer.parseInt(line.toString().strip(), 16);
    }

    private static int byteOf(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) throw new EOFException();
        return next;
    }
}
