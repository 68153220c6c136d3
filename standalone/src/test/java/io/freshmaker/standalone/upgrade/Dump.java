package io.freshmaker.standalone.upgrade;

import io.freshmaker.standalone.world.BuildJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A database as an issue left it, and the world it worked in; kept in a folder that has the issue's name. */
record Dump(Path folder) {

    /** Maven runs the tests in the folder of their module. */
    private static final Path ALL = Path.of("src", "test", "dumps");

    static Dump of(String issue) {
        return new Dump(ALL.resolve(issue));
    }

    /** Every dump that is kept. */
    static List<Dump> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).sorted().map(Dump::new).toList();
        }
    }

    /** Keeps what the database worked with. */
    void keepWorld(String catalog, String rules, Collection<String> broken) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("catalog.yml"), catalog);
        Files.writeString(folder.resolve("rules.yml"), rules);
        Files.write(folder.resolve("broken"), broken);
    }

    Path database() {
        return folder.resolve("database.sql.gz");
    }

    /** What the builds had witnessed by then. */
    Path journal() {
        return folder.resolve("journal");
    }

    String catalog() {
        return text("catalog.yml");
    }

    String rules() {
        return text("rules.yml");
    }

    /** A journal in another folder that goes on from there. */
    BuildJournal continueIn(Path other) throws IOException {
        BuildJournal journal = BuildJournal.in(other, text("broken").lines().toList());
        Files.copy(journal(), other.resolve("journal"), StandardCopyOption.REPLACE_EXISTING);
        return journal;
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
