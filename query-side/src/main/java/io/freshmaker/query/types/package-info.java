/** The numbers of the API and their names. */
@NullMarked
package io.freshmaker.query.types;

import org.jspecify.annotations.NullMarked;
