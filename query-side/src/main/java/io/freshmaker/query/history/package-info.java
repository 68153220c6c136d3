/** Every stored fact of an Event and its builds, as it is stored. */
@NullMarked
package io.freshmaker.query.history;

import org.jspecify.annotations.NullMarked;
