package io.freshmaker.platform.routing;

import org.axonframework.commandhandling.RoutingKey;

/** A command that every process handles which handles any: whoever knows where to send it knows the command side. */
record Probe(@RoutingKey String key) {

    static final Probe SAMPLE = new Probe("probe");
}
