/** The program: {@code ./freshmaker}. */
@NullMarked
package io.freshmaker.standalone;

import org.jspecify.annotations.NullMarked;
