/** What a trigger leads to: handlers look and plan, they never build. */
@NullMarked
package io.freshmaker.command.handler;

import org.jspecify.annotations.NullMarked;
