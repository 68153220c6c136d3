/** Wires the command side: which adapter stands behind which port, from which settings. */
@NullMarked
package io.freshmaker.command.config;

import org.jspecify.annotations.NullMarked;
