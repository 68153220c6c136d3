/** The index of Flatpak images, which knows what is released with which modules. */
@NullMarked
package io.freshmaker.command.adapter.flatpak;

import org.jspecify.annotations.NullMarked;
