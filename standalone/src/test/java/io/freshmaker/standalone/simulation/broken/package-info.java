/** Houses with a mistake in each, to prove that the fault harness finds such mistakes. */
@NullMarked
package io.freshmaker.standalone.simulation.broken;

import org.jspecify.annotations.NullMarked;
