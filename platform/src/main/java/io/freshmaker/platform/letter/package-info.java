/** Dead letters: the facts that policies failed at. */
@NullMarked
package io.freshmaker.platform.letter;

import org.jspecify.annotations.NullMarked;
