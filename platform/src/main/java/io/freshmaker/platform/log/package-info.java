/** The output of builds, kept in PostgreSQL. */
@NullMarked
package io.freshmaker.platform.log;

import org.jspecify.annotations.NullMarked;
