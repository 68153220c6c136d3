/** The groups of a person, as LDAP has them. */
@NullMarked
package io.freshmaker.query.ldap;

import org.jspecify.annotations.NullMarked;
