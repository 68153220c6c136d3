/** Answers: projections of the stored facts, and the HTTP API that reads them. */
@NullMarked
package io.freshmaker.query;

import org.jspecify.annotations.NullMarked;
