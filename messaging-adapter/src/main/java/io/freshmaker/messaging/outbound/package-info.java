/** Publishes stored facts to the bus, from a small view of its own (docs/decisions/0005-publisher-own-view.md). */
@NullMarked
package io.freshmaker.messaging.outbound;

import org.jspecify.annotations.NullMarked;
