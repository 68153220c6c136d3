/** The projections over HTTP, and their replay. */
@NullMarked
package io.freshmaker.query.replay;

import org.jspecify.annotations.NullMarked;
