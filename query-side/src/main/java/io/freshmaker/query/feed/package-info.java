/** The feed over HTTP. */
@NullMarked
package io.freshmaker.query.feed;

import org.jspecify.annotations.NullMarked;
