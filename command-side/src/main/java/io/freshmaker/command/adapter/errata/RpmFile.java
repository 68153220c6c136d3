package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.errata.Told.Kind;
import java.util.Map;
import java.util.stream.Stream;

/** A file that an advisory ships. */
record RpmFile(boolean source, Nvr nvr) {

    private static final String SOURCES = "SRPMS";

    /**
     * The RPMs of one build; other files are left out.
     *
     * @param variants {@code {variant: {architecture: [file, …]}}}, where a file is its name or has a {@code filename}
     */
    static Stream<RpmFile> allIn(Told variants) {
        return variants.fields().values().stream()
                .flatMap(variant -> variant.fields().entrySet().stream())
                .flatMap(RpmFile::ofArchitecture);
    }

    private static Stream<RpmFile> ofArchitecture(Map.Entry<String, Told> files) {
        boolean source = files.getKey().equals(SOURCES);
        return files.getValue()
                .elements()
                .map(file -> file.json().isObject() ? file.get("filename") : file)
                .filter(file -> file.text(Kind.FILE).endsWith(".rpm"))
                .map(file -> new RpmFile(source, file.nvr(withoutEnding(file.text(Kind.FILE)))));
    }

    /** {@code a-1-2.x86_64.rpm} is {@code a-1-2}; too short a name stays as it is, and is no NVR. */
    private static String withoutEnding(String file) {
        return file.replaceFirst("\\.[^.]*\\.rpm$", "");
    }
}
