/** A Koji hub in memory, and tests of how we talk to one, also against recordings of a real one. */
@NullMarked
package io.freshmaker.command.adapter.koji;

import org.jspecify.annotations.NullMarked;
