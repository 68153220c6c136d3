package io.freshmaker.query.build;

import io.freshmaker.query.paging.Found;
import io.freshmaker.query.paging.Lists;
import io.freshmaker.query.paging.View;
import io.freshmaker.query.web.Listing;
import io.freshmaker.query.web.OrderBy;
import io.freshmaker.query.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Builds, field for field as the original shows them (spec §10.2 to 10.4). */
@RestController
class BuildResource {

    private static final OrderBy ORDER = new OrderBy(orders());

    private static final View VIEW = new View("build_view", "build_tally_view", "builds");

    private final Lists lists;
    private final Builds builds;

    BuildResource(Lists lists, Builds builds) {
        this.lists = lists;
        this.builds = builds;
    }

    @GetMapping("/api/{version:[12]}/builds/")
    Listing<StoredBuild> list(
            @RequestParam(name = "order_by", required = false) @Nullable String orderBy, HttpServletRequest request) {
        Paging paging = Paging.of(request);
        Found found = lists.find(VIEW, BuildFilter.of(request), paging, ORDER.order(orderBy));
        return Listing.of(found.page().stream().map(StoredBuild::new).toList(), paging, found.total());
    }

    @GetMapping("/api/{version:[12]}/builds/{id:[0-9]+}")
    StoredBuild one(@PathVariable String id) {
        return builds.show(id);
    }

    private static SequencedMap<String, String> orders() {
        SequencedMap<String, String> orders = new LinkedHashMap<>();
        orders.put("id", "number");
        orders.put("name", "name");
        orders.put("event_id", "event_number");
        orders.put("dep_on_id", "dep_on_id");
        orders.put("build_id", "build_id");
        orders.put("original_nvr", "original_nvr");
        orders.put("rebuilt_nvr", "rebuilt_nvr");
        return orders;
    }
}
