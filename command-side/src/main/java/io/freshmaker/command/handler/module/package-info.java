/** Handlers that rebuild modules. */
@NullMarked
package io.freshmaker.command.handler.module;

import org.jspecify.annotations.NullMarked;
