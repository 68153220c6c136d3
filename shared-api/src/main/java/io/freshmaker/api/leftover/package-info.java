/** What is left over and must not be forgotten: parked messages, dead letters, failed jobs; and what people do about it. */
@NullMarked
package io.freshmaker.api.leftover;

import org.jspecify.annotations.NullMarked;
