/** What the bus is to us: settings, queues and exchanges, publishing with confirms, counters, health. */
@NullMarked
package io.freshmaker.messaging.bus;

import org.jspecify.annotations.NullMarked;
