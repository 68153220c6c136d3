/** Tests of the pages, some of them in a browser. */
@NullMarked
package io.freshmaker.query.dashboard;

import org.jspecify.annotations.NullMarked;
