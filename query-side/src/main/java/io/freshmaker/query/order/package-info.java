/** What people want, taken to the command side. */
@NullMarked
package io.freshmaker.query.order;

import org.jspecify.annotations.NullMarked;
