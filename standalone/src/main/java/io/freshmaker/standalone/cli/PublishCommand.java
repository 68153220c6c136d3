package io.freshmaker.standalone.cli;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes messages from files to the bus, in order. All are read before the first is published. */
@Command(name = "publish", mixinStandardHelpOptions = true, description = "Publishes bus messages, in order.")
final class PublishCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private BusOptions bus = new BusOptions();

    @Option(
            names = "--dry-run",
            description = "Everything is planned and told, nothing is built; each time it is an Event of its own.")
    private boolean dryRun;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A message as JSON; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Override
    public Integer call() {
        List<BusMessage> messages = files.stream().map(this::read).toList();
        ConnectionFactory factory = bus.factory();
        try (Bus open = Bus.connect(factory)) {
            messages.forEach(message -> publish(open, message));
        }
        return 0;
    }

    private BusMessage read(String file) {
        return dryRun ? BusMessage.readDryRun(file, content(file)) : BusMessage.read(file, content(file));
    }

    private void publish(Bus open, BusMessage message) {
        open.publish(message);
        var out = spec.commandLine().getOut();
        out.println("Published %s %s".formatted(message.id(), message.topic()));
        out.flush();
    }

    private static String content(String file) {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new CommandFailed(
                    "%s cannot be read: %s.".formatted(file, e.getClass().getSimpleName()), e);
        }
    }
}
