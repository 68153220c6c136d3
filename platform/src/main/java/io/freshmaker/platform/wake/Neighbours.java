package io.freshmaker.platform.wake;

/** The other processes on this database. */
@FunctionalInterface
public interface Neighbours {

    /** There are none, or none that can be told. */
    Neighbours NONE = _ -> {};

    /** Says that something was committed. Returns at once; what is lost on the way costs them one round of polling. */
    void tell(News news);
}
