/** Login at a proxy in front of us, which is authenticated itself. */
@NullMarked
package io.freshmaker.query.login.proxy;

import org.jspecify.annotations.NullMarked;
