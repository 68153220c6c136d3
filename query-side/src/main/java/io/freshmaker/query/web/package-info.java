/** What every resource shares: errors, paging, links, the guard of writes. */
@NullMarked
package io.freshmaker.query.web;

import org.jspecify.annotations.NullMarked;
