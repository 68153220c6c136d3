/** Translates: bus messages into commands, stored facts into bus messages. */
@NullMarked
package io.freshmaker.messaging;

import org.jspecify.annotations.NullMarked;
