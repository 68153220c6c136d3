package io.freshmaker.command.port;

import java.time.LocalDate;

/** Changes one file of the sources of something. It may be asked again with another content, when others changed the file meanwhile. */
@FunctionalInterface
public interface SourceEdit {

    /**
     * The new content; the same as before when nothing in it has to be changed.
     *
     * @param author of the commit that it becomes part of, {@code Name <address>}
     * @param day in UTC on which that is made
     * @throws Refused when this content cannot be changed, with a reason for people
     */
    String edited(String content, String author, LocalDate day);
}
