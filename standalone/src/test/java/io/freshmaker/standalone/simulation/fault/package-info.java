/** What may go wrong in a simulated world, and how often. */
@NullMarked
package io.freshmaker.standalone.simulation.fault;

import org.jspecify.annotations.NullMarked;
