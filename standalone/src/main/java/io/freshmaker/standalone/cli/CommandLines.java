package io.freshmaker.standalone.cli;

import io.freshmaker.platform.service.Sentence;
import java.io.PrintWriter;
import java.util.Objects;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line. Status 0: done; 1: refused, not found or failed; 2: wrong usage, said in one sentence. */
public final class CommandLines {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private CommandLines() {}

    public static int run(String... arguments) {
        // Silent until Spring has read the settings of the log; what matters before that is said in sentences.
        LoggingSystem.get(Objects.requireNonNull(CommandLines.class.getClassLoader()))
                .beforeInitialize();
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new FreshmakerCommand())
                .setParameterExceptionHandler(CommandLines::wrongUsage)
                .setExecutionExceptionHandler(CommandLines::failed);
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        say(
                command,
                "%s; '%s --help' shows what there is."
                        .formatted(
                                String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")
                                        .replaceAll("[.;]$", ""),
                                command.getCommandSpec().qualifiedName()));
        return WRONG_USAGE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        say(command, Sentence.of(e, "--port"));
        if (parsed.originalArgs().contains("--debug")) {
            e.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    private static void say(CommandLine command, String sentence) {
        PrintWriter err = command.getErr();
        err.println("freshmaker: " + sentence);
        err.flush();
    }
}
