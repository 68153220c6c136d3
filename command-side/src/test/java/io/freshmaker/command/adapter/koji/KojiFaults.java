package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.Fault.Victim;
import io.freshmaker.command.outside.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** The ways in which a hub says no, and what it is asked in a request. */
final class KojiFaults {

    static final Fault FINAL = new Fault("fault 1000", victim -> fault(victim, 1000, "no such thing"));
    static final Fault PASSING = new Fault("fault 1014", victim -> fault(victim, 1014, "in maintenance"));
    static final Fault SESSION = new Fault("fault 1007", victim -> fault(victim, 1007, "session has expired"));
    static final Fault SESSION_ONCE = new Fault("fault 1007, then well again", victim -> {
        if (victim.time() == 1) fault(victim, 1007, "session has expired");
        else victim.say(victim.honest().answer());
    });
    static final Fault UNAUTHORIZED_ONCE = new Fault("401, then well again", victim -> {
        if (victim.time() == 1) Faults.UNAUTHORIZED.how().befall(victim);
        else victim.say(victim.honest().answer());
    });

    /** To each of the calls in one request. */
    static final Fault EACH_FINAL = new Fault("fault 1000 to each", victim -> each(victim, 1000));

    static final Fault EACH_PASSING = new Fault("fault 1014 to each", victim -> each(victim, 1014));
    static final Fault TOO_FEW = new Fault("too few answers", victim -> value(victim, List.of()));
    /** Names of builds, tags and the like that are no such things. */
    static final Fault NAMELESS = new Fault(
            "names that are none",
            victim -> victim.say(victim.changed(
                    xml -> xml.replaceAll("(?<=<string>)(\\w+-\\d+-\\d+|f42-updates)(?=</string>)", "nonsense"))));

    static final Fault STRANGE = new Fault("a value of another kind", victim -> value(victim, "surprise"));

    private KojiFaults() {}

    /** Every method that is called, those in a multiCall by what they are there. */
    static Set<String> callsIn(Half request) {
        Call call = call(request);
        return call.method().equals("multiCall")
                ? inner(call).stream().map(one -> "multiCall of " + one).collect(Collectors.toSet())
                : Set.of(call.method());
    }

    private static Set<String> inner(Call call) {
        return new Value(call.params())
                .at(0).list().stream()
                        .map(one -> one.field("methodName").text())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void fault(Victim victim, int code, String text) throws IOException {
        Faults.say(victim, "text/xml", Answers.faultDocument(code, text));
    }

    private static void value(Victim victim, Object value) throws IOException {
        Faults.say(victim, "text/xml", Answers.valueDocument(value));
    }

    private static void each(Victim victim, int code) throws IOException {
        int calls = new Value(call(victim.request()).params()).at(0).list().size();
        value(victim, Collections.nCopies(calls, Answers.faultMap(code, "not this one")));
    }

    private static Call call(Half request) {
        try {
            return XmlRpcReader.call(request.body());
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
