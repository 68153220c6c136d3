package io.freshmaker.query.login;

/** What a request says about its sender is no good; the text never repeats it. */
public class LoginRefused extends RuntimeException {

    public LoginRefused(String message) {
        super(message);
    }
}
