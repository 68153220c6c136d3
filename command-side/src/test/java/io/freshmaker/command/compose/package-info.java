/** Wishes for composes, for tests. */
@NullMarked
package io.freshmaker.command.compose;

import org.jspecify.annotations.NullMarked;
