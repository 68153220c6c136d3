package io.freshmaker.command.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One request and its answer as a recorder wrote them: two files with start line, headers, blank line, body. */
public record Exchange(Half request, Half response) {

    /** One direction. Names of headers are in lower case; of several of one name the last is kept. */
    public record Half(String start, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        static Half read(Path file) {
            try {
                return parsed(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Half parsed(byte[] bytes) {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            String newLine = all.contains("\r\n") ? "\r\n" : "\n";
            int end = all.indexOf(newLine + newLine);
            String[] lines = (end < 0 ? all : all.substring(0, end)).split(newLine);
            Map<String, String> headers = new TreeMap<>();
            for (String line : Arrays.asList(lines).subList(1, lines.length)) {
                String[] parts = line.split(":\\s*", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            int body = end < 0 ? bytes.length : end + 2 * newLine.length();
            return new Half(lines[0], headers, Arrays.copyOfRange(bytes, body, bytes.length));
        }
    }

    /** @param name of the files, without their endings, e.g. {@code 0036-POST-buildContainer} */
    public static Exchange read(Path folder, String name) {
        return new Exchange(
                Half.read(folder.resolve(name + ".request")), Half.read(folder.resolve(name + ".response")));
    }

    public String method() {
        return request.start().split(" ")[0];
    }

    /** With its query. */
    public String path() {
        return request.start().split(" ")[1];
    }

    public int status() {
        return Integer.parseInt(response.start().split(" ")[1]);
    }
}
