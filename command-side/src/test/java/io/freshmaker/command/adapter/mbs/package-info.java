/** A MBS in memory, and tests of what we say to it, against it and against recordings of the real one. */
@NullMarked
package io.freshmaker.command.adapter.mbs;

import org.jspecify.annotations.NullMarked;
