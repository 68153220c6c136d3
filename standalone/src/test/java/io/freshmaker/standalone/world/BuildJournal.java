package io.freshmaker.standalone.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The builds' own witness: a command for the process builder that writes a line to a file when a build starts and when it ends,
 * and "overlap" where another process of the same build still lives. A lock that dies with the last of its processes says so, so
 * that not even what a killed build left behind escapes.
 */
public final class BuildJournal {

    /** Arguments: the folder, and how long a build takes, in seconds. */
    private static final String SCRIPT = """
        folder=$1
        build=$FRESHMAKER_BUILD_ID
        exec 9>>"$folder/lock-$build"
        if command -v flock >/dev/null && ! flock -n 9; then echo "overlap $build $$" >>"$folder/journal"; fi
        echo "start $build $$" >>"$folder/journal"
        sleep "$2"
        if grep -qx "$FRESHMAKER_NAME" "$folder/broken"; then
          echo "end $build $$ 3" >>"$folder/journal"
          echo "$FRESHMAKER_NAME cannot be built"
          exit 3
        fi
        echo "end $build $$ 0" >>"$folder/journal"
        """;

    private final Path folder;

    private BuildJournal(Path folder) {
        this.folder = folder;
    }

    /** One line of it; {@code status} is -1 unless it tells an end. {@code build} is the number in the API. */
    public record Line(String what, int build, long pid, int status) {

        static Line parse(String text) {
            String[] words = text.split(" ");
            int status = words.length > 3 ? Integer.parseInt(words[3]) : -1;
            return new Line(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]), status);
        }

        boolean isStart() {
            return what.equals("start");
        }

        boolean isEnd() {
            return what.equals("end");
        }

        boolean isOverlap() {
            return what.equals("overlap");
        }
    }

    /** @param broken the names of what cannot be built */
    public static BuildJournal in(Path folder, Collection<String> broken) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("build.sh"), SCRIPT);
            Files.write(folder.resolve("broken"), broken);
            Files.writeString(folder.resolve("journal"), "");
            return new BuildJournal(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code freshmaker.build.process.command}. */
    public List<String> command(double seconds) {
        return List.of("bash", folder.resolve("build.sh").toString(), folder.toString(), Double.toString(seconds));
    }

    /** The lines so far, in the order in which they were written. */
    public List<Line> lines() {
        try {
            return Files.readAllLines(folder.resolve("journal")).stream()
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
