package io.freshmaker.command.adapter.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A program that runs in a process group of its own until it ends, is told to stop, its deadline passes or this JVM dies.
 * A fixed script watches over it; nothing interprets the command. Reading never blocks, even when something that left the
 * group still holds the output open.
 */
final class ProcessGroup implements AutoCloseable {

    private static final String STOPPED = "stopped";
    private static final String EXITED = "exited ";

    private static final String SCRIPT = script();
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TZ", "TMPDIR");

    private final Process wrapper;
    private String heard = "";

    private ProcessGroup(Process wrapper) {
        this.wrapper = wrapper;
    }

    static ProcessGroup start(List<String> command, Map<String, String> variables, Path folder, Instant deadline)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("bash", "-c", SCRIPT, "freshmaker-build"));
        words.add(Long.toString(deadline.getEpochSecond()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED); // our secrets are nobody else's business
        environment.putAll(variables);
        return new ProcessGroup(builder.start());
    }

    /** Nothing of the group lives five seconds after the last deadline that it was told. */
    void liveUntil(Instant deadline) {
        tell(Long.toString(deadline.getEpochSecond()));
    }

    /** TERM, and KILL five seconds later. */
    void stop() {
        tell("stop");
    }

    /** TERM, and KILL two seconds later. */
    void abandon() {
        closeQuietly(wrapper.getOutputStream());
    }

    /** Moves what was printed since the last call, and says whether there was anything. */
    boolean drainTo(OutputTail tail) throws IOException {
        byte[] bytes = available(wrapper.getInputStream());
        tail.add(bytes);
        return bytes.length > 0;
    }

    /** Whether the program has ended, or the script that watches over it was killed. */
    boolean hasEnded() throws IOException {
        heard += new String(available(wrapper.getErrorStream()), UTF_8);
        return says(EXITED) || !wrapper.isAlive();
    }

    /** Whether it ended in an orderly way: nothing of it is left. */
    boolean isGone() {
        return says(EXITED);
    }

    /** Empty when it was made to end: its status then says nothing about the build. */
    OptionalInt exitStatus() {
        if (says(STOPPED)) return OptionalInt.empty();
        return heard.lines()
                .filter(line -> line.startsWith(EXITED))
                .mapToInt(line -> Integer.parseInt(line.substring(EXITED.length())))
                .findFirst();
    }

    /** To be called once the output is read; what still runs is abandoned. */
    @Override
    public void close() {
        abandon();
        closeQuietly(wrapper.getInputStream());
        closeQuietly(wrapper.getErrorStream());
    }

    private boolean says(String word) {
        return heard.lines().anyMatch(line -> line.startsWith(word));
    }

    private static byte[] available(InputStream stream) throws IOException {
        return stream.readNBytes(stream.available());
    }

    private synchronized void tell(String line) {
        try {
            OutputStream input = wrapper.getOutputStream();
            input.write((line + "\n").getBytes(UTF_8));
            input.flush();
        } catch (IOException alreadyEnded) {
            // nobody is left to be told
        }
    }

    private static void closeQuietly(Closeable stream) {
        try {
            stream.close();
        } catch (IOException alreadyEnded) {
            // what we wanted
        }
    }

    private static String script() {
        try (InputStream script = ProcessGroup.class.getResourceAsStream("run-in-group.sh")) {
            if (script == null) throw new IllegalStateException("run-in-group.sh is not on the class path");
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("run-in-group.sh cannot be read", e);
        }
    }
}
