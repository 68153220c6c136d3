package io.freshmaker.command.adapter.flatpak;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks the index by one file for each stream of a module (spec §5.6, 2). Nothing is changed there. */
final class ReleasedFlatpaks implements FlatpakIndex {

    static final String SYSTEM = "flatpak";

    private static final String PATH = "released/contents/modules/";
    private static final int MISSING = 404;

    private final Http http;
    private final URI server;

    ReleasedFlatpaks(Http http, URI server) {
        this.http = http;
        this.server = server;
    }

    @Override
    public SortedSet<Nvr> imagesWith(String module, String stream) {
        String path = PATH + encoded(module) + ":" + encoded(stream) + ".json";
        URI file = URI.create(server.toString().replaceAll("/+$", "") + "/" + path);
        return http.ask(
                path, HttpRequest.newBuilder(file).header("Accept", "application/json"), answer -> read(path, answer));
    }

    private static SortedSet<Nvr> read(String path, Answer answer) {
        SortedSet<Nvr> images = new TreeSet<>();
        if (answer.status() == MISSING) return images;
        if (answer.status() != 200) throw new Unavailable("flatpak answered %d (%s)".formatted(answer.status(), path));
        JsonNode listed = JsonAnswers.object(SYSTEM, path, answer).path("Images");
        if (!listed.isArray()) throw strange(path, "no list of images");
        for (JsonNode image : listed) images.add(nvr(path, image.path("ImageNvr")));
        return images;
    }

    private static Nvr nvr(String path, JsonNode name) {
        try {
            return new Nvr(name.asText(""));
        } catch (IllegalArgumentException e) {
            throw strange(path, "an image without an NVR");
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Unavailable strange(String path, String what) {
        return new Unavailable("flatpak answered something strange (%s): %s".formatted(path, what));
    }
}
