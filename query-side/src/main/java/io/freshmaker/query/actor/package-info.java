/** Opaque ids in facts, and whose they are for as long as that is remembered. */
@NullMarked
package io.freshmaker.query.actor;

import org.jspecify.annotations.NullMarked;
