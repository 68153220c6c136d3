package io.freshmaker.query.build;

import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.query.web.Listing;
import io.freshmaker.query.web.OrderBy;
import io.freshmaker.query.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Builds, field for field as the original shows them (spec §10.2 to 10.4). */
@RestController
class BuildResource {

    private static final OrderBy ORDER = new OrderBy(orders());

    private final BuildRows rows;
    private final Builds builds;

    BuildResource(BuildRows rows, Builds builds) {
        this.rows = rows;
        this.builds = builds;
    }

    @GetMapping("/api/{version:[12]}/builds/")
    Listing<BuildJson> list(
            @RequestParam(name = "order_by", required = false) @Nullable String orderBy, HttpServletRequest request) {
        Specification<BuildRow> wanted = BuildFilter.of(request);
        Sort order = ORDER.sort(orderBy);
        Paging paging = Paging.of(request);
        long total = rows.count(wanted);
        List<BuildRow> page = paging.reaches(total)
                ? rows.findBy(wanted, query -> query.slice(paging.request(order)))
                        .getContent()
                : List.of();
        return Listing.of(page.stream().map(BuildRow::json).toList(), paging, total);
    }

    @GetMapping("/api/{version:[12]}/builds/{id:[0-9]+}")
    BuildJson one(@PathVariable String id) {
        return builds.find(id).json();
    }

    private static SequencedMap<String, String> orders() {
        SequencedMap<String, String> orders = new LinkedHashMap<>();
        orders.put("id", "number");
        orders.put("name", "name");
        orders.put("event_id", "eventNumber");
        orders.put("dep_on_id", "depOnId");
        orders.put("build_id", "buildId");
        orders.put("original_nvr", "originalNvr");
        orders.put("rebuilt_nvr", "rebuiltNvr");
        return orders;
    }
}
