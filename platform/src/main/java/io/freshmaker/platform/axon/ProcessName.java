package io.freshmaker.platform.axon;

import java.util.UUID;

/** What this process is called as the owner of what it works on. No other has the same name, on whatever machine. */
public record ProcessName(String value) {

    /** A new one: each life of a process has a name of its own, also in containers that all call themselves process 1. */
    static ProcessName born(String service) {
        return new ProcessName(service + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Override
    public String toString() {
        return value;
    }
}
