/** The feed: every stored fact under a gap-free position, and its form as a CloudEvent. */
@NullMarked
package io.freshmaker.platform.feed;

import org.jspecify.annotations.NullMarked;
