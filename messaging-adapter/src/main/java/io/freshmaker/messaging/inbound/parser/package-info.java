/** Says what a bus message means: pure, no network, no clock. */
@NullMarked
package io.freshmaker.messaging.inbound.parser;

import org.jspecify.annotations.NullMarked;
