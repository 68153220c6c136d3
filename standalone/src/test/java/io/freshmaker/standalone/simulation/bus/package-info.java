/** The bus of a simulated world: loses, repeats, delays and mixes up what it carries in, and what it confirms. */
@NullMarked
package io.freshmaker.standalone.simulation.bus;

import org.jspecify.annotations.NullMarked;
