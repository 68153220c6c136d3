package io.freshmaker.query.login;

import java.util.Arrays;
import java.util.Optional;

/** The ways of logging in that there are. */
public enum Mode {
    OIDC("oidc", "openidc"),
    PROXY("proxy", "kerberos"),
    CERTIFICATE("certificate", "ssl");

    private final String setting;
    private final String original;

    Mode(String setting, String original) {
        this.setting = setting;
        this.original = original;
    }

    static Optional<Mode> of(String setting) {
        return Arrays.stream(values())
                .filter(mode -> mode.setting.equals(setting))
                .findFirst();
    }

    /** As the original calls what does the same (spec §10.8). */
    String original() {
        return original;
    }

    /** As {@code freshmaker.auth} says it. */
    @Override
    public String toString() {
        return setting;
    }
}
