/** What is counted and timed for Prometheus. */
@NullMarked
package io.freshmaker.query.metrics;

import org.jspecify.annotations.NullMarked;
