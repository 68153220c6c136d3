package io.freshmaker.command.adapter.koji;

/** A no of the hub in memory. */
final class Denial extends RuntimeException {

    final int code;

    Denial(int code, String text) {
        super(text);
        this.code = code;
    }
}
