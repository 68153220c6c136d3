package io.freshmaker.standalone.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Labs to borrow. Each costs seconds to make, so it is made when it is needed first, and used by one test after the other. */
final class Labs implements AutoCloseable {

    private final Path folder;
    private final List<Lab> all = new ArrayList<>();
    private final Deque<Lab> free = new ArrayDeque<>();

    Labs(Path folder) {
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
    public synchronized void close() {
        all.forEach(Lab::close);
    }
}
