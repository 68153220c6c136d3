/** What is measured by asking the database: cheaply, and never twice within some seconds. */
@NullMarked
package io.freshmaker.platform.metrics;

import org.jspecify.annotations.NullMarked;
