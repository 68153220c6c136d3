package io.freshmaker.command.adapter.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small programs that leave signs in a folder, and what can be seen of them. */
record Programs(Path signs) {

    /** A shell script; the folder for its signs is its first argument. */
    List<String> script(String text) {
        return List.of("sh", "-c", text, "sh", signs.toString());
    }

    /** Runs until {@link #end}; says so, with a "twice" if another run of the same build still lives. */
    List<String> untilEnded() {
        return script("""
            n=$FRESHMAKER_BUILD_ID
            touch "$1/$n.pids"
            for pid in $(cat "$1/$n.pids"); do
              case $(ps -o stat= -p "$pid") in ''|Z*) ;; *) touch "$1/twice" ;; esac
            done
            echo $$ >> "$1/$n.pids"
            echo "build $n runs"
            until [ -e "$1/$n.end" ]; do sleep 0.05; done
            exit "$(cat "$1/$n.end")"
            """);
    }

    void end(int number, int status) {
        try {
            Path half = Files.writeString(signs.resolve(number + ".half"), Integer.toString(status));
            Files.move(half, signs.resolve(number + ".end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int starts(int number) {
        return lines(number + ".pids").size();
    }

    boolean left(String sign) {
        return Files.exists(signs.resolve(sign));
    }

    List<String> lines(String sign) {
        try {
            return left(sign) ? Files.readAllLines(signs.resolve(sign)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process whose id is in this sign is alive; one that nobody has buried yet is not. */
    boolean lives(String sign) {
        String pid = lines(sign).getLast();
        try {
            Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", pid).start();
            String state = new String(ps.getInputStream().readAllBytes()).strip();
            return !state.isEmpty() && !state.startsWith("Z");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
