package io.freshmaker.command.artifactbuild;

/** Gives each build the small integer that the API knows it by. */
public interface BuildNumbers {

    int next();
}
