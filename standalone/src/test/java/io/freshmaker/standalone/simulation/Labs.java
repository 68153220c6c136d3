package io.freshmaker.standalone.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Labs to borrow. Each costs seconds to make, so it is made when it is needed first, and used by one test of the run after the other. */
final class Labs implements AutoCloseable {

    private final Path folder;
    private final List<Lab> all = new ArrayList<>();
    private final Deque<Lab> free = new ArrayDeque<>();

    private Labs(Path folder) {
        this.folder = folder;
    }

    synchronized Lab borrow() throws IOException {
        if (!free.isEmpty()) return free.pop();
        Lab lab = new Lab(folder.resolve("lab-" + all.size()));
        all.add(lab);
        return lab;
    }

    synchronized void giveBack(Lab lab) {
        free.push(lab);
    }

    @Override
    public synchronized void close() throws IOException {
        all.forEach(Lab::close);
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Gives the labs of the run to whoever asks for them, and closes them after the last test. */
    static final class OfTheRun implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Labs.class;
        }

        @Override
        public Labs resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.create(Labs.class))
                    .computeIfAbsent(Labs.class, _ -> prepared(), Labs.class);
        }

        private static Labs prepared() {
            try {
                return new Labs(Files.createTempDirectory("freshmaker-labs"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
