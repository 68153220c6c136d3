/** Why something was planned, declined, skipped, failed: a code with facts, never a sentence. */
@NullMarked
package io.freshmaker.api.reason;

import org.jspecify.annotations.NullMarked;
