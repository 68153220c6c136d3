package io.freshmaker.query.recorded;

import io.freshmaker.query.testing.Api;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One exchange with the original: what was asked and what it answered. */
record Recording(
        String name, String method, String path, String body, int status, List<String> headers, String answer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REQUEST = ".request";

    /** All of a folder, in the order in which they were recorded. */
    static List<Recording> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(REQUEST))
                    .map(name -> name.substring(0, name.length() - REQUEST.length()))
                    .sorted()
                    .toList();
            return names.stream().map(name -> read(folder, name)).toList();
        }
    }

    private static Recording read(Path folder, String name) {
        try {
            String request = text(folder.resolve(name + REQUEST));
            String response = text(folder.resolve(name + ".response"));
            String[] asked = request.split(" ", 3);
            List<String> head = head(response).lines().toList();
            int status = Integer.parseInt(head.getFirst().split(" ")[1]);
            return new Recording(name, asked[0], asked[1], body(request), status, head, body(response));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the recording " + name, e);
        }
    }

    /** Our answer to the same question, asked of the host that the original was asked of. */
    HttpResponse<String> ask(Api api) {
        return method.equals("GET")
                ? api.get(path, "X-Forwarded-Host", "localhost:15001")
                : api.send(api.request(path, "Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** The value of a header of the answer, empty if there is none. */
    String header(String name) {
        return headers.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    JsonNode json() {
        return JSON.readTree(answer);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private static String head(String message) {
        return message.substring(0, message.indexOf("\n\n"));
    }

    private static String body(String message) {
        return message.substring(message.indexOf("\n\n") + 2);
    }
}
