package io.freshmaker.command.leftover;

/** Keeps what people typed beside the facts, in the transaction of the command. */
public interface DropReasons {

    /** Returns the key that the fact may hold. */
    String keep(String text);
}
