package io.freshmaker.platform.command;

/** No process handled a command in time. It may have been applied all the same, so it has to be one that can be repeated. */
public class NotHandled extends RuntimeException {

    NotHandled(String message, Throwable cause) {
        super(message, cause);
    }
}
