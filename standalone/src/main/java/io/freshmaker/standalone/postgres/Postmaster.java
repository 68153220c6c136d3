package io.freshmaker.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server process of a PostgreSQL cluster, as the cluster's {@code postmaster.pid} names it. */
record Postmaster(long pid, Path cluster) {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Path SELF = PROCESSES.resolve("self");

    static Optional<Postmaster> of(Path cluster) {
        try (var lines = Files.lines(pidFile(cluster))) {
            return lines.findFirst().map(pid -> new Postmaster(Long.parseLong(pid.strip()), cluster));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** A zombie does not run, though its process id is still taken. */
    boolean runs() {
        return exists() && !isZombie();
    }

    boolean exists() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** Whether the process is a PostgreSQL that serves this cluster; after a crash the id may have gone to any program. */
    boolean isOurs() {
        return Files.exists(SELF) ? serves(pid) : isInProcessList();
    }

    /** Ends sessions and the server at once, after a checkpoint ("fast shutdown"). */
    void stop() {
        Shell.output("kill", "-INT", "" + pid);
    }

    /** For what does not stop: the next start recovers from the log ("immediate shutdown"). */
    void abort() {
        Shell.output("kill", "-QUIT", "" + pid);
    }

    /** Whether processes of its sessions are left; they end by themselves soon after a killed server. Known on Linux only. */
    boolean hasSessions() {
        return Files.exists(SELF) && ProcessHandle.allProcesses().anyMatch(process -> serves(process.pid()));
    }

    private boolean serves(long process) {
        try {
            Path program = Files.readSymbolicLink(PROCESSES.resolve(process + "/exe"));
            Path workingFolder = Files.readSymbolicLink(PROCESSES.resolve(process + "/cwd"));
            return program.endsWith("bin/postgres") && Files.isSameFile(workingFolder, cluster);
        } catch (IOException e) {
            return false; // ended, or not ours to look at
        }
    }

    private boolean isInProcessList() {
        return Shell.output("ps", "-o", "command=", "-p", "" + pid)
                .filter(command -> command.contains("postgres") && command.contains(cluster.toString()))
                .isPresent();
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(PROCESSES.resolve(pid + "/stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }
}
