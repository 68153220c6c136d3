/** The own index of images: which contain a package, and what they are built from, learned from what other systems say (decision 0026). */
@NullMarked
package io.freshmaker.command.index;

import org.jspecify.annotations.NullMarked;
