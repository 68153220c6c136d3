/** The fault harness: many seeds, each a small world in virtual time in which things go wrong, and what must hold all the same. */
@NullMarked
package io.freshmaker.standalone.simulation;

import org.jspecify.annotations.NullMarked;
