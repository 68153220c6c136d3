package io.freshmaker.query.leftover;

import io.freshmaker.query.openapi.ListArgument;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The arguments that every list of messages has; see {@link MessageFilter}. */
@ListArgument(name = "topic", description = "Topic that it was sent to.")
@ListArgument(name = "message_id", description = "Id that its sender gave it.")
@ListArgument(name = "event", number = true, description = "Id of the Event that it made.")
@ListArgument.Times
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface MessageArguments {}
