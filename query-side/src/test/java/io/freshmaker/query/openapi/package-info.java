/** The description of {@code /api/3} against the running service. */
@NullMarked
package io.freshmaker.query.openapi;

import org.jspecify.annotations.NullMarked;
