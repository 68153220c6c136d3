/** The aggregate of what is left over: who decided what about it. */
@NullMarked
package io.freshmaker.command.leftover;

import org.jspecify.annotations.NullMarked;
