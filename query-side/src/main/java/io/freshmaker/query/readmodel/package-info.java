/** What the read models have in common: their processor, their names, and who takes part in a replay. */
@NullMarked
package io.freshmaker.query.readmodel;

import org.jspecify.annotations.NullMarked;
