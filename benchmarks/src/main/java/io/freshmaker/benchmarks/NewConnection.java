package io.freshmaker.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Asks over a TCP connection of its own, as the original's clients do, with as little of its own as can be. */
record NewConnection(URI server) {

    private static final int TIME_OUT_MILLIS = 60_000;
    private static final String OK = "HTTP/1.1 200";

    /** Reads the answer to its end; throws when it is no success. The path begins with a slash. */
    int get(String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIME_OUT_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIME_OUT_MILLIS);
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, server.getAuthority());
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return read(path, socket.getInputStream());
        }
    }

    private static int read(String path, InputStream answer) throws IOException {
        String status = new String(answer.readNBytes(OK.length()), US_ASCII);
        int length = answer.readAllBytes().length;
        if (!status.equals(OK)) throw new IllegalStateException("%s answered %s".formatted(path, status));
        return length;
    }
}
