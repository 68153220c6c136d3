/** Wires the command side. */
@NullMarked
package io.freshmaker.command.config;

import org.jspecify.annotations.NullMarked;
