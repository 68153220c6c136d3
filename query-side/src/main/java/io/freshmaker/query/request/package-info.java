/** People's requests for rebuilds. */
@NullMarked
package io.freshmaker.query.request;

import org.jspecify.annotations.NullMarked;
