/** What somebody may do, and how a handler says what it needs. */
@NullMarked
package io.freshmaker.query.role;

import org.jspecify.annotations.NullMarked;
