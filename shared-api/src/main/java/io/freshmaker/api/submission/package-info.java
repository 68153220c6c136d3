/** Commands about what was submitted to systems outside. */
@NullMarked
package io.freshmaker.api.submission;

import org.jspecify.annotations.NullMarked;
