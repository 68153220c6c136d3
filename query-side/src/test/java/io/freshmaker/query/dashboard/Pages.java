package io.freshmaker.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.freshmaker.platform.testing.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Our pages in a browser, and what is asked of every one of them. */
final class Pages implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** What sticks out of the window, or is cut off without a way to see the rest. */
    private static final String OVERFLOW = """
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        const cut = [...document.querySelectorAll("p, li, dd, a, button, h1, h2, h3, .name")].filter((one) =>
            one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "visible"
            && getComputedStyle(one).display !== "inline" && !one.closest(".sr"));
        return (wide > 0 ? ["the page, by " + wide] : []).concat(cut.map((one) => one.outerHTML.slice(0, 120)));
        """;

    private final Browser browser = Browser.orSkip();
    private final String root;

    Pages(int port) {
        root = "http://127.0.0.1:" + port + "/";
    }

    Browser browser() {
        return browser;
    }

    /** Opens a page and waits until it shows something, whatever that is. */
    void open(String path) {
        browser.open(root + path);
        until(() -> !"loading".equals(browser.find("#page").getAttribute("data-state")));
    }

    /** The chip of a build. */
    WebElement chip(int build) {
        return browser.find("[data-key='b%d']".formatted(build));
    }

    void until(org.awaitility.core.ThrowingRunnable fulfilled) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(fulfilled);
    }

    void until(java.util.concurrent.Callable<Boolean> fulfilled) {
        await().atMost(PATIENCE).ignoreExceptions().until(fulfilled);
    }

    void untilSays(String id, String words) {
        until(() -> assertThat(browser.text(id)).contains(words));
    }

    /** In every width, and in the light and the dark palette of the narrowest and a usual one. */
    void isGood(String name) {
        for (int width : List.of(400, 800, 1280, 1600)) {
            browser.size(width, 900);
            until(() -> assertThat((List<?>) browser.script(OVERFLOW))
                    .as("%s at %d pixels", name, width)
                    .isEmpty());
            if (width == 800 || width == 1600) continue;
            for (boolean dark : List.of(false, true)) {
                browser.dark(dark);
                browser.picture("%s-%d%s".formatted(name, width, dark ? "-dark" : ""));
                if (dark && width == 400) continue; // the palette does not depend on the width
                assertThat(findings())
                        .as("%s at %d pixels, dark %s", name, width, dark)
                        .isEmpty();
            }
            browser.dark(false);
        }
        assertThat(browser.complaints()).as("console of %s", name).isEmpty();
    }

    private List<String> findings() {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Pages::inShort)
                        .toList();
    }

    private static String inShort(Rule rule) {
        return "%s: %s".formatted(rule.getHelp(), rule.getNodes().getFirst().getHtml());
    }

    /** By what is written on it. */
    WebElement button(String text) {
        return browser.driver().findElement(By.xpath("//button[normalize-space()='%s']".formatted(text)));
    }

    @Override
    public void close() {
        browser.close();
    }
}
