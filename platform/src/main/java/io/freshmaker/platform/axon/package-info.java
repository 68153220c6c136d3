/** The event store and the event processors, set up alike for every service. */
@NullMarked
package io.freshmaker.platform.axon;

import org.jspecify.annotations.NullMarked;
