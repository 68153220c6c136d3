package io.freshmaker.platform.feed;

import java.time.Instant;

/** A stored fact as the feed shows it; {@code payload} is its JSON, {@code type} its simple class name. */
public record Fact(
        long position, String id, String aggregateType, String subject, String type, Instant time, String payload) {}
