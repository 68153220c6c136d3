package io.freshmaker.query.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** An answer other than the one that was asked for. {@link Errors} gives it the form that belongs to the path. */
public class ApiError extends RuntimeException {

    private final HttpStatus status;
    private final transient HttpHeaders headers = new HttpHeaders();

    public ApiError(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    public static ApiError notFound(String message) {
        return new ApiError(HttpStatus.NOT_FOUND, message);
    }

    public static ApiError badRequest(String message) {
        return new ApiError(HttpStatus.BAD_REQUEST, message);
    }

    /** The same with that header in the answer, in place of one of this name. */
    public ApiError with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }
}
