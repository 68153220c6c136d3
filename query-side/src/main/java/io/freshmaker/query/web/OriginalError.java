package io.freshmaker.query.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The body of an error in {@code /api/1} and {@code /api/2} (spec §10.1). */
record OriginalError(int status, String error, String message) {

    static OriginalError of(HttpStatusCode code, String message) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return new OriginalError(code.value(), status == null ? "Error" : status.getReasonPhrase(), message);
    }
}
