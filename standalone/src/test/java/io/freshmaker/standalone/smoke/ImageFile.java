package io.freshmaker.standalone.smoke;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@code Dockerfile} of this repository says about how a service is started. */
record ImageFile(String text) {

    private static final Pattern JAR = Pattern.compile("COPY --from=build /source/(\\S+) (\\S+\\.jar)");
    private static final Pattern ENTRY_POINT = Pattern.compile("^ENTRYPOINT (\\[.*])$", Pattern.MULTILINE);

    static ImageFile read() {
        try {
            return new ImageFile(Files.readString(Launcher.ROOT.resolve("Dockerfile")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its name in the image, where each jar comes from. */
    Map<String, Path> jars() {
        Map<String, Path> jars = new TreeMap<>();
        Matcher lines = JAR.matcher(text);
        while (lines.find()) jars.put(lines.group(2), Launcher.ROOT.resolve(lines.group(1)));
        return jars;
    }

    /** The program and its first arguments; a service's command follows. */
    List<String> entryPoint() {
        Matcher line = ENTRY_POINT.matcher(text);
        if (!line.find()) throw new AssertionError("The Dockerfile has no ENTRYPOINT in JSON");
        try {
            return List.of(new ObjectMapper().readValue(line.group(1), String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
