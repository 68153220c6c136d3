/** Which operator bundles are rebuilt for images that are shipped anew, and with what in them: pure Java, asks nobody. */
@NullMarked
package io.freshmaker.command.bundle;

import org.jspecify.annotations.NullMarked;
