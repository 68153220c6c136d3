package io.freshmaker.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** Prints what was answered: for people, or as JSON for programs. */
final class Answer {

    private Answer() {}

    static void print(CommandSpec spec, ClientOptions client, JsonNode answer, Supplier<List<String>> forPeople) {
        PrintWriter out = spec.commandLine().getOut();
        if (client.json()) {
            out.println(answer.toPrettyString());
        } else {
            forPeople.get().forEach(out::println);
        }
        out.flush();
    }
}
