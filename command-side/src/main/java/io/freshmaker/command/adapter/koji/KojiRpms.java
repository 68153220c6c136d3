package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import java.util.List;
import java.util.Set;

/** RPMs as {@code listRPMs} lists them. */
final class KojiRpms {

    private static final Set<String> SOURCES = Set.of("src", "nosrc");

    private KojiRpms() {}

    /** Each once, without the source RPMs, in Koji's order. */
    static List<Rpm> of(Value listed) {
        return listed.list().stream()
                .filter(rpm -> !SOURCES.contains(rpm.field("arch").text()))
                .map(KojiRpms::rpm)
                .distinct()
                .toList();
    }

    private static Rpm rpm(Value rpm) {
        String nvr = "%s-%s-%s"
                .formatted(
                        rpm.field("name").text(),
                        rpm.field("version").text(),
                        rpm.field("release").text());
        try {
            return new Rpm(new Nvr(nvr), rpm.field("arch").text());
        } catch (IllegalArgumentException e) {
            throw rpm.strange(String.valueOf(e.getMessage()));
        }
    }
}
