/** Composes that builds wait for: what Events want, and what ODCS makes for them (docs/decisions/0024-composes.md). */
@NullMarked
package io.freshmaker.command.compose;

import org.jspecify.annotations.NullMarked;
