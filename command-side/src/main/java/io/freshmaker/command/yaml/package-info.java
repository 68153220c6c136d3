/** Reads the files that people write, and names the line of every mistake in them. */
@NullMarked
package io.freshmaker.command.yaml;

import org.jspecify.annotations.NullMarked;
