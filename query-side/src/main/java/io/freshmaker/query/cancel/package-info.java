/** Stopping an Event on a person's request. */
@NullMarked
package io.freshmaker.query.cancel;

import org.jspecify.annotations.NullMarked;
