/** Fixtures of this room: a broker, a world around the inbound side, the real messages where they are. */
@NullMarked
package io.freshmaker.messaging.testing;

import org.jspecify.annotations.NullMarked;
