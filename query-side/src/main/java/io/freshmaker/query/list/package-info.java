/** The lists of {@code /api/3}: strict arguments, filters, and pages that stay right while rows are added. */
@NullMarked
package io.freshmaker.query.list;

import org.jspecify.annotations.NullMarked;
