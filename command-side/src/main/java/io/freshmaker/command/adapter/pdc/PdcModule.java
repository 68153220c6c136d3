package io.freshmaker.command.adapter.pdc;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.port.Unavailable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A module in one version and one context, as PDC tells of it. */
record PdcModule(JsonNode json) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}");

    /** @throws Unavailable when it is none */
    static PdcModule told(JsonNode json) {
        boolean named = json.path("name").isTextual() && json.path("stream").isTextual();
        if (named && json.path("build_deps").isArray()) return new PdcModule(json);
        throw PdcApi.strange("modules/", "a module without a name, a stream or build_deps");
    }

    String name() {
        return json.path("name").asText();
    }

    String stream() {
        return json.path("stream").asText();
    }

    @Nullable
    String version() {
        return json.hasNonNull("version") ? json.path("version").asText() : null;
    }

    /** Under a name that can be in dist-git. */
    boolean isProper() {
        return NAME.matcher(name()).matches() && NAME.matcher(stream()).matches();
    }

    List<Requirement> requires() {
        List<Requirement> requires = new ArrayList<>();
        json.path("build_deps")
                .forEach(one -> requires.add(new Requirement(
                        one.path("dependency").asText(), one.path("stream").asText())));
        return requires;
    }

    KnownModule known() {
        return new KnownModule(name(), stream(), version(), requires());
    }

    /** The later of two versions of one stream; of two contexts of one version, one module that requires what both do. */
    static KnownModule later(KnownModule one, KnownModule other) {
        int age = age(one).compareTo(age(other));
        if (age != 0) return age > 0 ? one : other;
        List<Requirement> both = Stream.concat(one.buildRequires().stream(), other.buildRequires().stream())
                .distinct()
                .toList();
        return new KnownModule(one.name(), one.stream(), one.version(), both);
    }

    /** Versions are numbers of a date and time; what is none is older than any. */
    private static BigInteger age(KnownModule module) {
        String version = module.version();
        return version != null && version.matches("[0-9]{1,30}") ? new BigInteger(version) : BigInteger.ONE.negate();
    }
}
