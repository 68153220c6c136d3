/** Tests of the process builder, with real programs and a real PostgreSQL. */
@NullMarked
package io.freshmaker.command.adapter.process;

import org.jspecify.annotations.NullMarked;
