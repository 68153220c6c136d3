package io.freshmaker.command.port;

/** A build of a module: which of the builds of its stream, and in which context. */
public record BuiltModule(String name, String stream, String version, String context) {

    /** {@code name:stream}, which all builds of the stream have in common. */
    public String nameAndStream() {
        return name + ":" + stream;
    }

    /** {@code name:stream:version:context}, as composes name it. */
    public String nsvc() {
        return String.join(":", name, stream, version, context);
    }
}
