/** What will be rebuilt, in which order and why, and what will not. */
@NullMarked
package io.freshmaker.api.plan;

import org.jspecify.annotations.NullMarked;
