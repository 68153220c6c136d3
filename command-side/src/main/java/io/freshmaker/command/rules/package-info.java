/** What may be rebuilt: the rules file, and what it says to an artifact. */
@NullMarked
package io.freshmaker.command.rules;

import org.jspecify.annotations.NullMarked;
