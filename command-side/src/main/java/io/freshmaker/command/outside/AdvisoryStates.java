package io.freshmaker.command.outside;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting {@code freshmaker.errata.states}: the states in which an advisory triggers rebuilds. That it is shipped always does;
 * in earlier states it does once all its builds are signed (spec §6.6, §6.7).
 */
@ConfigurationProperties("freshmaker.errata")
public record AdvisoryStates(
        @DefaultValue(AdvisoryStates.SHIPPED) List<String> states) {

    private static final String SHIPPED = "SHIPPED_LIVE";
    private static final List<String> KNOWN = List.of("NEW_FILES", "QE", "REL_PREP", "PUSH_READY", "IN_PUSH", SHIPPED);

    public AdvisoryStates {
        states = List.copyOf(states);
        for (String state : states) {
            if (!KNOWN.contains(state)) {
                throw new IllegalArgumentException("freshmaker.errata.states: expected some of %s, found %s"
                        .formatted(String.join(", ", KNOWN), state));
            }
        }
    }

    /** Those before it is shipped. */
    public Set<String> beforeShipping() {
        Set<String> before = new TreeSet<>(states);
        before.remove(SHIPPED);
        return before;
    }
}
