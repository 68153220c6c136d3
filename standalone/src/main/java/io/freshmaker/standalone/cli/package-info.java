/** The command line: options, commands, what they print. */
@NullMarked
package io.freshmaker.standalone.cli;

import org.jspecify.annotations.NullMarked;
