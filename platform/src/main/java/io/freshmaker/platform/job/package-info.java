/** Jobs: work with the outside, stored in PostgreSQL, tried again until it is done or given up. */
@NullMarked
package io.freshmaker.platform.job;

import org.jspecify.annotations.NullMarked;
