package io.freshmaker.standalone.cli;

import io.freshmaker.standalone.house.StartOptions;
import java.net.URI;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that asks a running Freshmaker takes. */
final class ClientOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:" + StartOptions.PORT + "/",
            description = "Where Freshmaker is (default ${DEFAULT-VALUE}).")
    private URI url = URI.create("");

    @Option(names = "--json", description = "Print the answer as it came.")
    private boolean json;

    Api api() {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw new ParameterException(
                    command.commandLine(),
                    "The value of --url is '%s', but http://HOST:PORT/ is expected".formatted(url));
        }
        return new Api(url, Objects.requireNonNullElse(System.getenv("FRESHMAKER_TOKEN"), ""));
    }

    boolean json() {
        return json;
    }
}
