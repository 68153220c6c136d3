/** Virtual time: what many threads of several processes would do is done one step after the other, in an order that a seed chooses. */
@NullMarked
package io.freshmaker.standalone.simulation.time;

import org.jspecify.annotations.NullMarked;
