/** Login by a TLS client certificate. */
@NullMarked
package io.freshmaker.query.login.certificate;

import org.jspecify.annotations.NullMarked;
