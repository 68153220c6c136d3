/** Pages of long lists, with their exact lengths. */
@NullMarked
package io.freshmaker.query.paging;

import org.jspecify.annotations.NullMarked;
