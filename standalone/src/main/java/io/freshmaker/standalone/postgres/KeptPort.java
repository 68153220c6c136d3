package io.freshmaker.standalone.postgres;

import io.freshmaker.standalone.failure.CannotStart;
import io.freshmaker.standalone.failure.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The database's port: chosen free at a data folder's first start, then kept in a file there. */
record KeptPort(Path file) {

    private static final String OPTION = "--postgres-port";

    /** The wanted one, for this start only; else the kept one; else a free one, which is kept. */
    int choose(OptionalInt wanted) {
        return Ports.require(wanted.orElseGet(this::kept), "PostgreSQL", OPTION);
    }

    private int kept() {
        try {
            if (Files.exists(file)) {
                return Integer.parseInt(Files.readString(file).strip());
            }
            int port = Ports.free();
            Files.writeString(file, port + "\n");
            return port;
        } catch (IOException | NumberFormatException e) {
            throw new CannotStart(
                    "The port of PostgreSQL in %s cannot be read or kept (%s): delete the file or choose a port with %s."
                            .formatted(file, e.getMessage(), OPTION),
                    e);
        }
    }
}
