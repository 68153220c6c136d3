package io.freshmaker.command.event;

/** Gives each Event the small integer that the API knows it by. */
public interface EventNumbers {

    int next();
}
