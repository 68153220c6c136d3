/** Tests of the own index of images. */
@NullMarked
package io.freshmaker.command.index;

import org.jspecify.annotations.NullMarked;
