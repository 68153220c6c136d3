package io.freshmaker.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.compose.ComposeAssigned;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.platform.testing.Browser;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

@RunningQuerySide
class PagesIT {

    private static @Nullable Pages shared;

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    /** How much of a story is stored. */
    private final Map<Story, Integer> stored = new HashMap<>();

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
    }

    @AfterAll
    static void the_browser_goes() {
        if (shared != null) shared.close();
        shared = null;
    }

    @Test
    void the_page_of_an_event_says_what_happened_why_and_what_a_failure_blocks() {
        Story story = failed();
        pages.open("events/" + story.number());

        assertThat(browser.text("sentence"))
                .isEqualTo(story.searchKey()
                        + " made bash stable, so 8 images were to be rebuilt; 5 are done, 1 failed and blocks 2.");
        assertThat(browser.text("declined")).contains("testmodule:master", "blocked by block.global (rules.yaml:3)");
        assertThat(pages.chip(story.build("gateway")).getText()).contains("blocks 2");
        pages.isGood("event");

        pages.chip(story.build("gateway")).click();
        pages.untilSays("panel-body", "Failed to build: exit status 1.");
        pages.untilSays("panel-body", "has no log yet");
        pages.untilSays("panel-body", "Everything that it is built on is there");
        assertThat(browser.text("panel-body"))
                .contains("Its component bash", "Blocks 2 builds", "monitor", "dashboard");
        pages.isGood("event-details");
        browser.find("#panel ul:last-of-type .ref").click();
        pages.untilSays("panel-title", "monitor");
        assertThat(browser.text("panel-body")).contains("It began with");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#build-" + story.build("monitor"));
        browser.find("#panel-close").click();
        assertThat(browser.find("#panel").isDisplayed()).isFalse();
    }

    @Test
    void all_of_it_goes_by_keyboard_alone() {
        Story story = failed();
        pages.open("events/" + story.number());

        browser.script("document.querySelector('.chip').focus()");
        WebElement first = browser.driver().switchTo().activeElement();
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
        WebElement below = browser.driver().switchTo().activeElement();
        assertThat(below.getDomAttribute("data-key")).isNotEqualTo(first.getDomAttribute("data-key"));
        browser.press(Keys.ENTER);
        pages.until(() -> browser.find("#panel").isDisplayed());
        browser.press(Keys.ESCAPE);

        assertThat(browser.find("#panel").isDisplayed()).isFalse();
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(below);
        assertThat(browser.all(".chip[tabindex='0']")).hasSize(1);
    }

    @Test
    void a_running_rebuild_is_followed_and_a_lost_line_is_told() {
        Story story = Story.registered().with("base").with("app", "base").planned();
        facts.store(story.told());
        pages.open("events/" + story.number());
        pages.untilSays("live-text", "Live");
        pages.untilSays("sentence", "2 wait.");

        List<Story.Told> news = story.started("base", "task-1").told();
        facts.store(news.subList(news.size() - 2, news.size()));
        pages.untilSays("sentence", "1 builds now, 1 waits.");

        browser.command("Network.setBlockedURLs", Map.of("urls", List.of("*/api/3/events/*/live")));
        pages.open("events/" + story.number());
        pages.untilSays("live-text", "Not live since");
        pages.untilSays("sentence", "1 builds now, 1 waits.");
        browser.picture("event-not-live-1280");
        browser.complaints(); // the line that was cut

        browser.command("Network.setBlockedURLs", Map.of("urls", List.of()));
        pages.untilSays("live-text", "Live");
        news = story.done("base").told();
        facts.store(news.subList(news.size() - 1, news.size()));
        pages.untilSays("sentence", "1 is done, 1 waits.");
    }

    @Test
    void a_build_says_which_compose_it_waits_for_and_what_it_was_found_to_contain() {
        ComposeRequest sets = ComposeRequest.ofContentSets(List.of("app-rpms"));
        Story story = Story.registered()
                .with("base")
                .needing("base", sets, 28484)
                .planned()
                .requested(sets);
        tellOn(story);
        pages.open("events/" + story.number());
        pages.untilSays("live-text", "Live");
        pages.chip(story.build("base")).click();
        pages.untilSays("panel-body", "A compose of app-rpms is asked for, waited for until");
        pages.isGood("event-compose");

        tellOn(story, new ComposeAssigned(sets.idIn(story.event()), story.event(), 7301, false));
        pages.untilSays("panel-body", "Compose 7301 of app-rpms is being made");

        FoundRpm old = new FoundRpm("s390x", "tls-1-1", List.of("tls-1-2"), false);
        FoundRpm fine = new FoundRpm("x86_64", "tls-1-2", List.of("tls-1-2"), true);
        tellOn(
                story.started("base", "7"),
                new ComposeReady(sets.idIn(story.event()), story.event(), 7301),
                new ArtifactBuildVerified(
                        story.buildId("base"),
                        story.event(),
                        new Verification("base-1-1", 28484, List.of("s390x", "x86_64"), List.of(old, fine))));
        tellOn(story.failed("base", "base"));
        pages.untilSays("panel-body", "1 of 2 RPMs is not as advisory 28484 has it");
        pages.untilSays("panel-body", "tls-1-1 in s390x, not tls-1-2");
        pages.untilSays("panel-body", "Compose 7301 of app-rpms is there");
        pages.isGood("event-evidence");
    }

    /** What was told since the last time, and this. */
    private void tellOn(Story story, DomainEvent... more) {
        for (DomainEvent fact : more) story.tell(fact);
        facts.store(
                story.told().subList(stored.getOrDefault(story, 0), story.told().size()));
        stored.put(story, story.told().size());
    }

    @Test
    void equal_siblings_are_one_until_they_are_opened_and_a_state_shows_its_builds_alone() {
        Story story = Story.registered().with("base");
        for (int i = 0; i < 30; i++) story.with("app-" + i, "base");
        facts.store(story.planned()
                .done("base")
                .done("app-7")
                .failed("app-8", "app-8")
                .told());
        pages.open("events/" + story.number());

        assertThat(browser.all(".chip")).hasSize(4);
        WebElement fold = browser.find(".chip.fold");
        assertThat(fold.getText()).contains("28 images alike");
        fold.click();
        assertThat(browser.all(".chip")).hasSize(4 + 28);
        browser.find(".chip.fold").click();
        assertThat(browser.all(".chip")).hasSize(4);

        browser.find(".pill.failed").click();
        assertThat(browser.all(".chip")).hasSize(1);
        browser.find(".pill.failed").click();
        browser.find("#find").sendKeys("app-1");
        assertThat(browser.all(".chip")).hasSize(11);
        browser.find("#find").sendKeys("no such");
        pages.button("Show all").click();
        assertThat(browser.all(".chip")).hasSize(4);
        pages.isGood("event-folded");
    }

    @Test
    void three_thousand_builds_are_drawn_without_three_thousand_elements() {
        Story story = Story.registered();
        for (int i = 0; i < 3000; i++) {
            if (i < 300) story.with("large-" + i);
            else story.with("large-" + i, "large-" + (i - 300));
        }
        facts.store(story.planned().done("large-0").told());
        pages.open("events/" + story.number());

        assertThat(browser.text("sentence")).contains("so 3,000 images are rebuilt; 1 is done, 2,999 wait.");
        assertThat(browser.all(".band")).hasSize(10);
        assertThat(browser.all(".chip").size()).isLessThan(2_500);
        pages.open("events/" + story.number() + "#build-" + story.build("large-2999"));
        pages.untilSays("panel-title", "large-2999");
        assertThat(pages.chip(story.build("large-2999")).isDisplayed()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    /** One of eight failed, and two cannot be built. */
    private Story failed() {
        Story story = Story.happeningNow()
                .with("harbor-base")
                .with("gateway")
                .with("tools", "harbor-base")
                .with("python", "harbor-base")
                .with("api", "python")
                .with("a-name-that-is-longer-than-any-place-that-there-is-for-it", "python")
                .with("monitor", "api", "gateway")
                .with("dashboard", "monitor")
                .planned();
        for (String done : List.of("harbor-base", "tools", "python", "api"))
            story.started(done, "task-" + done).done(done);
        story.done("a-name-that-is-longer-than-any-place-that-there-is-for-it");
        story.started("gateway", "task-7").failed("gateway", "gateway");
        story.failed("monitor", "gateway").failed("dashboard", "gateway").complete(5, 3);
        facts.store(story.told());
        return story;
    }
}
