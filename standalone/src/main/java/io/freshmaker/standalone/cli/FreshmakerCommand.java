package io.freshmaker.standalone.cli;

import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line without a command. */
@Command(
        name = "freshmaker",
        mixinStandardHelpOptions = true,
        versionProvider = FreshmakerCommand.Version.class,
        description = "Rebuilds what is made of what has changed, in the right order, and says why.",
        footer = {"", "  bench NAME  Measures; './freshmaker bench --help' shows the names."},
        subcommands = {
            StartCommand.class,
            PublishCommand.class,
            EventsCommand.class,
            EventCommand.class,
            BuildsCommand.class,
            BuildCommand.class,
            ImagesCommand.class,
            RebuildCommand.class,
            CancelCommand.class,
            ParkedCommand.class,
            ReplayCommand.class,
            TypesCommand.class
        })
final class FreshmakerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command given");
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = FreshmakerCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Freshmaker " + Objects.requireNonNullElse(version, "(not packaged)")};
        }
    }
}
