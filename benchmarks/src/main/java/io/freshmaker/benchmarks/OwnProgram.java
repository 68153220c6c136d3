package io.freshmaker.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The benchmarks' own program, to be started once more with other arguments. */
final class OwnProgram {

    private OwnProgram() {}

    static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"));
        List<String> program =
                oneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, Benchmarks.class.getName());
        return Stream.of(List.of(java), program, List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }
}
