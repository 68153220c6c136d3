/**
 * The own index of images: which contain a package, and what they are built from, learned from what other systems say, so that it
 * is known in milliseconds and while they are away (spec §7.1, §9.4).
 */
@NullMarked
package io.freshmaker.command.index;

import org.jspecify.annotations.NullMarked;
