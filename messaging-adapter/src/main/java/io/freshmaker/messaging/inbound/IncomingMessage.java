package io.freshmaker.messaging.inbound;

/** A stored message that waits to be worked off; {@code attempts} of doing so have failed. */
record IncomingMessage(long id, Delivered delivered, int attempts) {}
