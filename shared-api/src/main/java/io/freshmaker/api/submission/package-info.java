/** Hints from the bus about what other systems do: they are asked before anything is believed. */
@NullMarked
package io.freshmaker.api.submission;

import org.jspecify.annotations.NullMarked;
