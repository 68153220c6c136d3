package io.freshmaker.query.dashboard;

/**
 * What pages are told of one Event.
 *
 * @param position in the feed, up to which everything was told with it
 * @param name {@code hello} first, {@code change}, {@code reload} when too much was missed, {@code end} or {@code bye}
 *     last
 * @param data JSON
 */
record Message(long position, String name, String data) {

    static Message empty(long position, String name) {
        return new Message(position, name, "{}");
    }

    boolean isLast() {
        return name.equals("end") || name.equals("bye");
    }
}
