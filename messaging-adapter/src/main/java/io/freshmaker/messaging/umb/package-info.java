/** What the UMB is to us: its settings, and connections to its brokers over AMQP 1.0. */
@NullMarked
package io.freshmaker.messaging.umb;

import org.jspecify.annotations.NullMarked;
