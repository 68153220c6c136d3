package io.freshmaker.command.adapter.koji;

/** What Koji answered to one call. */
sealed interface Reply {

    /** A value. */
    record Said(Value value) implements Reply {}

    /** A no. */
    record Denied(Fault fault) implements Reply {}

    /** The same, which knows to what it is an answer. */
    default Reply to(String call) {
        return this instanceof Said(var value) ? new Said(value.to(call)) : this;
    }

    /** The value; a no is thrown as the error that it is. */
    default Value value(String method) {
        return switch (this) {
            case Said(var value) -> value;
            case Denied(var fault) -> throw fault.error(method);
        };
    }
}
