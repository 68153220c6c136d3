package io.freshmaker.query.web;

import io.freshmaker.platform.settings.KnownSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may write. {@code freshmaker.auth=none}: everybody on this machine; unset: nobody; there is no other mode yet. */
@Component
@KnownSetting(name = "freshmaker.auth")
public class Writes {

    private static final String NONE = "none";

    private final String auth;

    Writes(@Value("${freshmaker.auth:}") String auth) {
        if (!auth.isEmpty() && !auth.equals(NONE)) {
            throw new IllegalArgumentException("freshmaker.auth is '" + auth + "', but can only be 'none' or not set.");
        }
        this.auth = auth;
    }

    /** Whether nobody has to log in here. */
    public boolean needNoLogin() {
        return auth.equals(NONE);
    }
}
