package io.freshmaker.standalone;

import io.freshmaker.standalone.cli.CommandLines;

/** What {@code ./freshmaker} runs. */
final class Freshmaker {

    private Freshmaker() {}

    static void main(String[] arguments) {
        System.exit(CommandLines.run(arguments));
    }
}
