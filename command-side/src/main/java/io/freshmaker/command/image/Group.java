package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import java.util.SortedSet;

/** Releases of the same image: one name, one version, and the same repositories (spec §7.4). */
record Group(String name, String version, SortedSet<String> repositories) {
    static Group of(Nvr nvr, SortedSet<String> repositories) {
        return new Group(nvr.name(), nvr.version(), repositories);
    }
}
