/** Takes messages off the bus, keeps them, and makes commands of those that mean something. */
@NullMarked
package io.freshmaker.messaging.inbound;

import org.jspecify.annotations.NullMarked;
