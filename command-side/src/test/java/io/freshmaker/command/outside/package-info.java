/** A server that answers as a system outside did, or does worse, and tests of how we call. */
@NullMarked
package io.freshmaker.command.outside;

import org.jspecify.annotations.NullMarked;
