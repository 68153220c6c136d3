package io.freshmaker.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.platform.testing.Browser;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages when there is nothing, when nobody answers, and when a person acts. */
@RunningQuerySide
class PageStatesIT {

    /** What the API says of a house in which nothing ever happened. */
    private static final String NOTHING = """
        const real = window.fetch;
        window.fetch = (url, options) => String(url).endsWith("api/3/overview")
            ? Promise.resolve(new Response(JSON.stringify({time: new Date().toISOString(), running_total: 0, running: [],
                  recent: [], waiting: [], failed: [], unplanned: [], sources: []}),
                  {headers: {"Freshmaker-Replaying": "event-view 43%"}}))
            : real(url, options);
        """;

    private static @Nullable Pages shared;

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    CommandBus bus;

    private Pages pages;
    private Browser browser;

    @BeforeEach
    void a_browser_is_open() {
        if (shared == null) shared = new Pages(api.port());
        pages = shared;
        browser = pages.browser();
        browser.size(1280, 900);
        browser.command("Network.enable", Map.of());
        browser.command("Network.setBlockedURLs", Map.of("urls", List.of()));
        browser.driver().get("about:blank"); // the page of the test before asks again and again
        browser.complaints();
    }

    @AfterAll
    static void the_browser_goes() {
        if (shared != null) shared.close();
        shared = null;
    }

    @Test
    void the_first_page_shows_what_runs_waits_and_failed() {
        Story running = Story.longAgo().with("base").with("app", "base").planned();
        Story failed = Story.happeningNow().with("broken").with("app", "broken").planned();
        facts.store(running.started("base", "task-1").told());
        facts.store(failed.failed("broken", "broken")
                .failed("app", "broken")
                .complete(0, 2)
                .told());

        pages.open("");

        assertThat(browser.text("sentence")).contains("now", "failed since yesterday");
        assertThat(browser.text("running")).contains(running.searchKey());
        assertThat(browser.text("waiting")).contains("app waits for base", "base waits for the build system (task-1)");
        assertThat(browser.text("failed")).contains("broken failed and blocks 1 build");
        assertThat(browser.text("recent")).contains(failed.searchKey());
        pages.isGood("home");
        browser.find("#failed a[href$='#build-%d']".formatted(failed.build("broken")))
                .click();
        pages.untilSays("panel-title", "broken");
    }

    @Test
    void where_nothing_ever_happened_the_first_page_says_how_to_begin() {
        var script =
                browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTHING));
        try {
            pages.open("");

            assertThat(browser.text("empty"))
                    .contains("./freshmaker publish examples/messages/bodhi-update-stable.json");
            assertThat(browser.text("replaying")).contains("being made anew (event-view 43%)");
            pages.isGood("home-empty");
        } finally {
            browser.command("Page.removeScriptToEvaluateOnNewDocument", script);
        }
    }

    @Test
    void pages_that_get_no_answer_say_so_and_go_on_by_themselves() {
        Story story = Story.registered();
        facts.store(story.told());
        browser.command("Network.setBlockedURLs", Map.of("urls", List.of("*/api/3/*")));
        pages.open("");
        pages.untilSays("error", "Freshmaker does not answer. Not live since");
        browser.picture("home-error-1280");
        pages.open("events/" + story.number());
        pages.untilSays("error", "Freshmaker does not answer.");
        browser.picture("event-error-1280");

        browser.command("Network.setBlockedURLs", Map.of("urls", List.of()));
        pages.untilSays("sentence", "what must be rebuilt is being worked out");
        pages.until(() -> !browser.find("#error").isDisplayed());
        browser.complaints(); // what could not be loaded
    }

    /** Also once its advisory was looked up (decision 33). */
    @ParameterizedTest
    @EnumSource(
            names = {"ManualRebuildWithAdvisoryEvent", "ManualBundleRebuildEvent", "FlatpakApplicationManualBuildEvent"
            })
    void a_page_says_who_asked_for_what(EventType type) {
        Request request = new Request("manual_rebuild_page_" + type.id(), Way.BUS, null, List.of(), Map.of());
        ManualRebuild rebuild = new ManualRebuild(28484, List.of("teapot-container-1-4"), request);
        int number = 800_000 + type.id();
        facts.store(
                new Story.Told(new EventRegistered(rebuild.eventId(), number, request.id(), rebuild), Instant.now()),
                new Story.Told(new EventClassified(rebuild.eventId(), type), Instant.now()),
                new Story.Told(
                        new EventSkipped(rebuild.eventId(), Reason.of(ReasonCode.NO_IMAGES, "name", "RHSA"), List.of()),
                        Instant.now()));

        pages.open("events/" + number);

        pages.untilSays(
                "sentence", "Somebody asked for teapot-container-1-4 for advisory 28484, but nothing is rebuilt");
    }

    @Test
    void an_event_that_there_is_not_is_told() {
        pages.open("events/999999");

        pages.untilSays("error", "There is no Event 999999.");
        browser.picture("event-unknown-1280");
        browser.complaints(); // the 404
    }

    @Test
    void a_rebuild_is_canceled_with_a_reason_that_is_text_and_never_markup() {
        Story story = Story.registered().with("base").planned();
        facts.store(story.told());
        Registration handler = bus.subscribe(CancelEvent.class.getName(), _ -> {
            List<Story.Told> known = story.told();
            facts.publish(story.canceled().told().subList(known.size(), known.size() + 1));
            return "canceled";
        });
        try {
            pages.open("events/" + story.number());
            browser.find("#cancel").click();
            assertThat(browser.find("#cancel-dialog").isDisplayed()).isTrue();
            pages.isGood("cancel");
            browser.size(1280, 900);
            pages.button("Keep it running").click();
            assertThat(browser.find("#cancel-dialog").isDisplayed()).isFalse();

            browser.find("#cancel").click();
            browser.find("#cancel-reason").sendKeys("<img src=x onerror=alert(1)> wrong");
            assertThat(browser.text("cancel-left")).isEqualTo("466 characters left");
            browser.find("#cancel-do").click();

            pages.untilSays("sentence", "It was canceled: “<img src=x onerror=alert(1)> wrong”.");
            assertThat(browser.find("#cancel").isDisplayed()).isFalse();
            browser.find("#story summary").click();
            pages.untilSays("story-body", "A person canceled it: ");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            handler.cancel();
        }
    }

    @Test
    void a_cancel_that_is_refused_shows_why() {
        Story story = Story.registered();
        facts.store(story.told());
        pages.open("events/" + story.number());
        browser.find("#cancel").click();
        browser.find("#cancel-do").click();

        pages.untilSays("cancel-error", "The command side is not there; try again soon.");
        browser.picture("cancel-refused-1280");
        browser.complaints(); // the 503
    }

    @Test
    void a_cancel_that_the_gate_refuses_shows_what_the_gate_says() {
        Story story = Story.registered();
        facts.store(story.told());
        pages.open("events/" + story.number());
        browser.command("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Forwarded-For", "192.0.2.1")));
        try {
            browser.find("#cancel").click();
            browser.find("#cancel-do").click();

            pages.untilSays("cancel-error", "You may not do this: Writes through a proxy are not allowed.");
            browser.complaints(); // the 403
        } finally {
            browser.command("Network.setExtraHTTPHeaders", Map.of("headers", Map.of()));
        }
    }
}
