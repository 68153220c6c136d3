package io.freshmaker.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error as the path's own kind: the original's body in {@code /api/1} and {@code /api/2}, a problem elsewhere. */
@RestControllerAdvice
class Errors extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private static final String UNKNOWN_PATH = "404 Not Found: The requested URL was not found on the server."
            + " If you entered the URL manually please check your spelling and try again.";
    private static final String UNKNOWN_METHOD =
            "405 Method Not Allowed: The method is not allowed for the requested URL.";
    private static final String NO_JSON =
            "400 Bad Request: The browser (or proxy) sent a request that this server could not understand.";

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(ApiError error, WebRequest request) {
        return answer(error.status(), Objects.requireNonNull(error.getMessage()), error.headers(), request);
    }

    /** Found when a header or an argument is read, by the firewall that every request has passed. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> rejected(RequestRejectedException error, WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "The request is not well-formed.", new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> broken(Exception error, WebRequest request) {
        log.error("{} failed", request.getDescription(false), error);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something broke here; the log says what.",
                new HttpHeaders(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception error, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
        String message = detail == null ? HttpStatus.valueOf(status.value()).getReasonPhrase() : detail;
        return answer(status, isOriginal(request) ? originalText(error, message) : message, headers, request);
    }

    /** The original's own texts for what its framework refused. It answered them with 500 (docs/api.md). */
    private static String originalText(Exception error, String otherwise) {
        return switch (error) {
            case NoResourceFoundException _ -> UNKNOWN_PATH;
            case HttpRequestMethodNotSupportedException _ -> UNKNOWN_METHOD;
            case HttpMessageNotReadableException _ -> NO_JSON;
            default -> otherwise;
        };
    }

    private static ResponseEntity<Object> answer(
            HttpStatusCode status, String message, HttpHeaders headers, WebRequest request) {
        HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
        boolean original = Paths.isOriginal(asked);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(original ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                .body(original ? OriginalError.of(status, message) : problem(status, message, asked));
    }

    /** Spring would name the path too, and fail where that is none, as {@code //}. */
    private static ProblemDetail problem(HttpStatusCode status, String message, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
        try {
            problem.setInstance(new URI(request.getRequestURI()));
        } catch (URISyntaxException e) {
            problem.setInstance(URI.create("/"));
        }
        return problem;
    }

    private static boolean isOriginal(WebRequest request) {
        return Paths.isOriginal(((ServletWebRequest) request).getRequest());
    }
}
