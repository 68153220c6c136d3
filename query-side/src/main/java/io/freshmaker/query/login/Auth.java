package io.freshmaker.query.login;

import io.freshmaker.platform.settings.KnownSetting;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How one logs in, {@code freshmaker.auth}: {@code none} lets everybody on this machine write, a list of {@link Mode}s asks for
 * one of these, and without it nobody writes.
 */
@Component
@KnownSetting(name = "freshmaker.auth")
public class Auth {

    private static final String NONE = "none";

    private final String setting;
    private final Set<Mode> modes = EnumSet.noneOf(Mode.class);

    Auth(@Value("${freshmaker.auth:}") String setting) {
        this.setting = setting.strip();
        if (this.setting.isEmpty() || needsNoLogin()) return;
        for (String name : this.setting.split(",", -1)) {
            modes.add(Mode.of(name.strip()).orElseThrow(this::wrong));
        }
    }

    /** Whether nobody has to log in here. */
    public boolean needsNoLogin() {
        return setting.equals(NONE);
    }

    /** Whether nobody can log in, so that nobody writes. */
    public boolean isUnset() {
        return setting.isEmpty();
    }

    public boolean has(Mode mode) {
        return modes.contains(mode);
    }

    /** As the original's {@code about} calls it: {@code noauth}, {@code openidc}, {@code kerberos_or_ssl} …; empty when unset. */
    public String original() {
        if (needsNoLogin()) return "noauth";
        return modes.stream().map(Mode::original).collect(Collectors.joining("_or_"));
    }

    /** What a {@code WWW-Authenticate} says: only of bearer tokens is there a standard. */
    String challenge() {
        return has(Mode.OIDC)
                ? "Bearer realm=\"freshmaker\""
                : "Freshmaker realm=\"freshmaker\", login=\"" + this + "\"";
    }

    private IllegalArgumentException wrong() {
        String known = Arrays.stream(Mode.values()).map(Mode::toString).collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "freshmaker.auth: expected none, or one or several of %s separated by commas, found %s"
                        .formatted(known, setting));
    }

    @Override
    public String toString() {
        return modes.stream().map(Mode::toString).collect(Collectors.joining(","));
    }
}
