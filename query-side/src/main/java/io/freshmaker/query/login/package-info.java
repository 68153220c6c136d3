/** Who sends a request, by whatever has been configured for saying so. */
@NullMarked
package io.freshmaker.query.login;

import org.jspecify.annotations.NullMarked;
