package io.freshmaker.messaging.inbound;

/** A delivery that waits to be stored; {@code handle} is what its broker knows it by. */
record Arrived<H>(Delivered delivered, H handle) {}
