/** The AMQP broker in the process, with its store in the data folder. */
@NullMarked
package io.freshmaker.standalone.broker;

import org.jspecify.annotations.NullMarked;
