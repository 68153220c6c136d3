/** Tests of the index of Flatpaks. */
@NullMarked
package io.freshmaker.command.adapter.flatpak;

import org.jspecify.annotations.NullMarked;
