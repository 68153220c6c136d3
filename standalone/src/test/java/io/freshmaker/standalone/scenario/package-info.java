/** What the whole house does, from a message on the bus to the answer over HTTP and the news on the bus. */
@NullMarked
package io.freshmaker.standalone.scenario;

import org.jspecify.annotations.NullMarked;
