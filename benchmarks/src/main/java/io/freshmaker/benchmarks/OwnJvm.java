package io.freshmaker.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is started once more. */
final class OwnJvm {

    private OwnJvm() {}

    static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"));
        List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(oneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, Benchmarks.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
