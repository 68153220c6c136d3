/** What programs written for the original do with ours. */
@NullMarked
package io.freshmaker.query.client;

import org.jspecify.annotations.NullMarked;
