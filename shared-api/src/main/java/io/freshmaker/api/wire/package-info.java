/** The JSON of the original's API and bus messages, and how domain events shape it. */
@NullMarked
package io.freshmaker.api.wire;

import org.jspecify.annotations.NullMarked;
