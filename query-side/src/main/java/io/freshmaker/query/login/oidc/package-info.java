/** Login by a bearer token of an OpenID Connect issuer. */
@NullMarked
package io.freshmaker.query.login.oidc;

import org.jspecify.annotations.NullMarked;
