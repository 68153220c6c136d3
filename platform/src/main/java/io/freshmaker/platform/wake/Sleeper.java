package io.freshmaker.platform.wake;

/** Somebody who waits for news of other processes, and looks for it now and then all the same. Brought along as a bean. */
public interface Sleeper {

    News waitsFor();

    /** There may be news. Returns at once, and may be called for nothing. */
    void wake();
}
