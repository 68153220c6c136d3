/** Handlers that rebuild container images. */
@NullMarked
package io.freshmaker.command.handler.image;

import org.jspecify.annotations.NullMarked;
