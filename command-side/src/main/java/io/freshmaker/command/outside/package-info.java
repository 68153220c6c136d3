/** How every system outside is called: with time-outs, few at once, again when it may help, and not while it is down. */
@NullMarked
package io.freshmaker.command.outside;

import org.jspecify.annotations.NullMarked;
