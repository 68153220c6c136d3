/** Graphs of anything: pure algorithms. */
@NullMarked
package io.freshmaker.command.graph;

import org.jspecify.annotations.NullMarked;
