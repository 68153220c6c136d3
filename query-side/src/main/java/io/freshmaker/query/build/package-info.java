/** Builds as rows, the original's resource of them, and their logs. */
@NullMarked
package io.freshmaker.query.build;

import org.jspecify.annotations.NullMarked;
