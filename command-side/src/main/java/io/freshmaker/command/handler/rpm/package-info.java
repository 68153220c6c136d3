/** Handlers that rebuild packages, of which RPMs are built. */
@NullMarked
package io.freshmaker.command.handler.rpm;

import org.jspecify.annotations.NullMarked;
