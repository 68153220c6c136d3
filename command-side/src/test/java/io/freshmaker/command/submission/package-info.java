/** Tests of what is submitted, with and without PostgreSQL. */
@NullMarked
package io.freshmaker.command.submission;

import org.jspecify.annotations.NullMarked;
