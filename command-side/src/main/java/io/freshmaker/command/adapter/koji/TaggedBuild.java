package io.freshmaker.command.adapter.koji;

import java.time.Instant;

/** A build that got a tag at some moment. */
record TaggedBuild(String nvr, String tag, Instant at) {}
