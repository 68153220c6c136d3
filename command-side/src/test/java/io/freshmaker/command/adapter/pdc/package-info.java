/** A PDC in memory, and tests of what we ask it. */
@NullMarked
package io.freshmaker.command.adapter.pdc;

import org.jspecify.annotations.NullMarked;
