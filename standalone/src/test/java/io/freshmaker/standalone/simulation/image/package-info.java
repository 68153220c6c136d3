/** The systems outside that know advisories and images, and those that make composes, in a simulated world. */
@NullMarked
package io.freshmaker.standalone.simulation.image;

import org.jspecify.annotations.NullMarked;
