package io.freshmaker.api.verify;

import org.axonframework.commandhandling.RoutingKey;

/**
 * What a person wants to know of the system that knows images. It is answered at once with a {@link VerifyAnswer}, which may be that
 * somebody is looking: then it is asked again. Nothing is stored, so it may be asked as often as anybody likes.
 */
public sealed interface VerifyCommand {

    /** Whether the image with this NVR, as the person wrote it, is rebuilt. */
    record VerifyImage(@RoutingKey String nvr) implements VerifyCommand {}

    /** Which images of the repository with this name, as the person wrote it, are rebuilt. */
    record VerifyRepository(@RoutingKey String repository) implements VerifyCommand {}
}
