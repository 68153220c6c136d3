package io.freshmaker.query.login;

/** Ways of logging in, for tests in other packages. */
public final class TestAuth {

    private TestAuth() {}

    public static Auth of(String setting) {
        return new Auth(setting);
    }
}
