/** Ids and names that cannot exist in an invalid form. */
@NullMarked
package io.freshmaker.api.value;

import org.jspecify.annotations.NullMarked;
