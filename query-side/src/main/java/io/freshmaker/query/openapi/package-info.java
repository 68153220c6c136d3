/** The description of {@code /api/3} for programs, made from the code, and the check that nothing else is asked for. */
@NullMarked
package io.freshmaker.query.openapi;

import org.jspecify.annotations.NullMarked;
