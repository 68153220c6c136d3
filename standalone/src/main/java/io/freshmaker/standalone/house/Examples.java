package io.freshmaker.standalone.house;

import java.nio.file.Path;
import java.util.Map;

/** The files of the repository that a start without options uses; the launcher script says where the repository is. */
public final class Examples {

    private static final Path FOLDER =
            Path.of(System.getProperty("freshmaker.home", "")).toAbsolutePath().resolve("examples");

    private Examples() {}

    /** The message of the demo, in the form of {@code ./freshmaker publish}. */
    public static Path message() {
        return FOLDER.resolve("messages/bodhi-update-stable.json");
    }

    static Map<String, Object> settings() {
        return Map.of(
                "catalog", FOLDER.resolve("catalog.yml").toString(),
                "rules", FOLDER.resolve("rules.yml").toString(),
                "freshmaker.build.process.command", FOLDER.resolve("build.sh").toString());
    }
}
