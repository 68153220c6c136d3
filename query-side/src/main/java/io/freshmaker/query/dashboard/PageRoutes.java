package io.freshmaker.query.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the pages are; what they show they ask the API for. The first page is {@code static/index.html}. */
@Controller
class PageRoutes {

    /** Of every Event there is, and of those there are not: the page says so. */
    @GetMapping("/events/{id:[0-9]+}")
    String event() {
        return "forward:/event.html";
    }
}
