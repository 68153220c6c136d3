/** What the fault harness has to see of this package. */
@NullMarked
package io.freshmaker.messaging.inbound;

import org.jspecify.annotations.NullMarked;
