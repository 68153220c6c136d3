package io.freshmaker.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The original's list paths end with a slash; who leaves it out is sent there. */
@RestController
class SlashResource {

    @GetMapping("/api/{version:[12]}/{list:events|builds|event-types|build-types|build-states|about}")
    ResponseEntity<Void> redirect(HttpServletRequest request) {
        String query = request.getQueryString();
        URI target = URI.create(Links.self(request) + "/" + (query == null ? "" : "?" + query));
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(target)
                .build();
    }
}
