/** Which images are rebuilt for an advisory, and in which order: pure algorithms on what ports say (spec §7). */
@NullMarked
package io.freshmaker.command.image;

import org.jspecify.annotations.NullMarked;
