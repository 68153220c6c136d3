/** An ODCS in memory, and tests of what we ask it. */
@NullMarked
package io.freshmaker.command.adapter.odcs;

import org.jspecify.annotations.NullMarked;
