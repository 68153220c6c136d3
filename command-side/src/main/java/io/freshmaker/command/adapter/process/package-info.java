/** Builds by running a program of the operator's in a process group of its own. */
@NullMarked
package io.freshmaker.command.adapter.process;

import org.jspecify.annotations.NullMarked;
