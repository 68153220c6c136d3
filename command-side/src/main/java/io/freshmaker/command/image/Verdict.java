package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;

/** What the RPMs of an image say about whether it needs an advisory, and which of them says so. */
record Verdict(boolean affected, Reason reason) {}
