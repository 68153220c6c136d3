package io.freshmaker.standalone.cli;

import io.freshmaker.standalone.house.Embedded;
import io.freshmaker.standalone.house.House;
import io.freshmaker.standalone.house.StartOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs everything in the foreground until it is told to end. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Runs Freshmaker with PostgreSQL and broker of its own, until Ctrl-C.",
        footer = {
            "Any setting of Freshmaker can follow: --freshmaker.<name>=<value>.",
            "--spring.datasource.url and --spring.rabbitmq.host or .addresses name a PostgreSQL and a bus that others"
                    + " run."
        })
final class StartCommand implements Callable<Integer> {

    private static final Pattern SETTING = Pattern.compile(
            "--((?:freshmaker|spring\\.(?:datasource|rabbitmq|ssl))(?:\\.[a-zA-Z0-9\\-\\[\\]]+)+)=(.*)",
            Pattern.DOTALL);

    @Spec
    private CommandSpec spec;

    @Option(names = "--demo", description = "Publish a message to it and show what comes of it.")
    private boolean demo;

    @Option(names = "--port", paramLabel = "PORT", description = "Of dashboard and API (default ${DEFAULT-VALUE}).")
    private int port = StartOptions.PORT;

    @Option(
            names = "--amqp-port",
            paramLabel = "PORT",
            description = "Of the bus (default " + StartOptions.AMQP_PORT + ").")
    private @Nullable Integer amqpPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Of PostgreSQL (default: a free one, kept).")
    private @Nullable Integer postgresPort;

    @Option(names = "--data", paramLabel = "FOLDER", description = "What outlives it (default ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Which artifact contains what (default: the example).")
    private @Nullable Path catalog;

    @Option(names = "--rules", paramLabel = "FILE", description = "What may be rebuilt (default: the example).")
    private @Nullable Path rules;

    @Option(names = "--debug", description = "Say more when something fails.")
    private boolean debug;

    /** For the launcher, which has the JVM remember the classes that a start loads. */
    @Option(names = "--until-ready", hidden = true, description = "End as soon as it is ready.")
    private boolean untilReady;

    @Unmatched
    private List<String> further = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        StartOptions options = options();
        House house = House.open(options);
        house.awaitReady();
        var out = spec.commandLine().getOut();
        out.println("Freshmaker is ready: %s · bus %s%s · data %s"
                .formatted(
                        house.url(),
                        house.busAddress(),
                        house.externalDatabase().map(" · PostgreSQL "::concat).orElse(""),
                        house.data()));
        out.flush();
        if (untilReady) return 0;
        if (demo) {
            new Demo(house.url(), house.bus(), out, Screen.of(out)).run();
        }
        new CountDownLatch(1).await(); // SIGTERM and Ctrl-C end the JVM, whose shutdown closes the house
        return 0;
    }

    private StartOptions options() {
        StartOptions options = new StartOptions(
                checked(port, "--port"),
                amqpPort == null ? StartOptions.AMQP_PORT : checked(amqpPort, "--amqp-port"),
                postgresPort == null ? OptionalInt.empty() : OptionalInt.of(checked(postgresPort, "--postgres-port")),
                data,
                Optional.ofNullable(catalog).map(Path::toAbsolutePath),
                Optional.ofNullable(rules).map(Path::toAbsolutePath),
                settings());
        checkPorts(options.embedded());
        return options;
    }

    private void checkPorts(Embedded embedded) {
        if (amqpPort != null && !embedded.broker()) {
            throw wrong("--amqp-port is for the embedded broker, but spring.rabbitmq names another one");
        }
        if (postgresPort != null && !embedded.postgres()) {
            throw wrong("--postgres-port is for the embedded PostgreSQL, but spring.datasource.url names another one");
        }
    }

    private int checked(int number, String option) {
        if (number < 0 || number > 65_535) {
            throw wrong("The value of %s is %d, but a port is a number from 0 (any free one) to 65535"
                    .formatted(option, number));
        }
        return number;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (demo && Screen.of(spec.commandLine().getOut()).isTerminal()) {
            settings.put("logging.level.io.freshmaker", "warn"); // its lines would fall between those of the tree
        }
        if (debug) {
            settings.put("logging.level.root", "info");
        }
        for (String argument : further) {
            Matcher setting = SETTING.matcher(argument);
            if (!setting.matches()) throw wrong(complaint(argument));
            settings.put(setting.group(1), setting.group(2));
        }
        return settings;
    }

    private static String complaint(String argument) {
        return argument.startsWith("--freshmaker.")
                ? "The setting '%s' must have the form --freshmaker.<name>=<value>".formatted(argument)
                : "Unknown option '%s'".formatted(argument);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
