/** How much one sender may ask and change. */
@NullMarked
package io.freshmaker.query.limit;

import org.jspecify.annotations.NullMarked;
