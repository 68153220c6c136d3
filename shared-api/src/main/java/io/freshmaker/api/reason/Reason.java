package io.freshmaker.api.reason;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A reason as data; sentences are made of it at the edge. Facts are sorted by name, so that equal reasons look equal. */
public record Reason(ReasonCode code, Map<String, String> facts) {

    public Reason {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public static Reason of(ReasonCode code) {
        return new Reason(code, Map.of());
    }

    public static Reason of(ReasonCode code, String fact, String value) {
        return new Reason(code, Map.of(fact, value));
    }

    /** The value of a fact, empty if the reason has none of that name. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
