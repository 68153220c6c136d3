/** The real house in a simulated world: every bean of production but those that make threads, and a database that fails. */
@NullMarked
package io.freshmaker.standalone.simulation.house;

import org.jspecify.annotations.NullMarked;
