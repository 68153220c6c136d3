/** A service as a process of its own: its start, which waits for what is not there yet, its one line, its metrics, its end. */
@NullMarked
package io.freshmaker.platform.service;

import org.jspecify.annotations.NullMarked;
