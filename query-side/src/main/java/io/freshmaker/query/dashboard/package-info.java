/** What the pages show beyond single Events and builds: what goes on now, and changes while they happen. */
@NullMarked
package io.freshmaker.query.dashboard;

import org.jspecify.annotations.NullMarked;
