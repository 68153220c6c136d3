package io.freshmaker.standalone.cli;

import java.io.PrintWriter;
import java.util.List;

/** Shows lines that change: in place on a terminal; elsewhere each line once, when it is new. */
final class Screen {

    private static final String UP_AND_CLEAR = "\033[1A\033[2K";

    /** A line longer than the terminal is cut there; were it wrapped, going up by lines would not reach the first one. */
    private static final String CUT = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private final PrintWriter out;
    private final boolean terminal;
    private List<String> shown = List.of();

    private Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Screen of(PrintWriter out) {
        var console = System.console();
        return new Screen(out, console != null && console.isTerminal());
    }

    static Screen plain(PrintWriter out) {
        return new Screen(out, false);
    }

    boolean isTerminal() {
        return terminal;
    }

    void show(List<String> lines) {
        if (lines.equals(shown)) return;
        if (terminal) {
            out.print(UP_AND_CLEAR.repeat(shown.size()) + CUT);
            lines.forEach(out::println);
            out.print(WRAP);
        } else {
            lines.stream().filter(line -> !shown.contains(line)).forEach(out::println);
        }
        out.flush();
        shown = List.copyOf(lines);
    }
}
