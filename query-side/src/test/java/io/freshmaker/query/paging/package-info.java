/** Tests of pages of long lists. */
@NullMarked
package io.freshmaker.query.paging;

import org.jspecify.annotations.NullMarked;
