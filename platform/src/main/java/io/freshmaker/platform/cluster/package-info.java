/** Which processes there are, and what they have in common: who handles commands, the secret that they share, signs of life. */
@NullMarked
package io.freshmaker.platform.cluster;

import org.jspecify.annotations.NullMarked;
