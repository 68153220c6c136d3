/** A build system outside of ours: fails, hangs, lies, and is the witness of what was really built. */
@NullMarked
package io.freshmaker.standalone.simulation.build;

import org.jspecify.annotations.NullMarked;
