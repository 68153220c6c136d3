/** Programs that measure the house, each against a limit measured in the same run. */
@NullMarked
package io.freshmaker.benchmarks;

import org.jspecify.annotations.NullMarked;
