package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The steps of docs/first-ten-minutes.md in a browser: every bold word of a step is looked for when it was done. */
@Tag("smoke")
class FirstTenMinutesSmoke {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern STEP = Pattern.compile("^## \\d+\\. ", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("^\\./freshmaker (.*)$", Pattern.MULTILINE);
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void the_steps_show_what_the_document_says() throws Exception {
        List<String> steps = steps();
        assertThat(steps).hasSize(5);
        assertThat(all(COMMAND, steps.get(0))).containsExactly("start --demo");
        assertThat(all(COMMAND, steps.get(4)))
                .containsExactly(
                        "start --freshmaker.build.process.command=\"$PWD/examples/slow-build.sh\"",
                        "publish examples/messages/bodhi-update-stable.json");
        try (Browser browser = Browser.orSkip()) {
            browser.size(1280, 900);
            understand(browser, steps);
            cancel(browser, steps.get(4));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void understand(Browser browser, List<String> steps) throws IOException {
        try (StartedHouse house = new StartedHouse(folder, List.of("--demo"))) {
            house.start();
            await().atMost(PATIENCE).until(() -> house.says("COMPLETE"));
            browser.open(house.url());
            awaitBold(browser, steps.get(1));
            browser.driver().findElement(By.linkText("ferry-gateway")).click();
            String[] parts = steps.get(2).split("(?=\nClick \\*ferry-monitor\\*)");
            assertThat(parts).hasSize(2);
            awaitBold(browser, parts[0]);
            browser.find("#panel .neighbours:last-of-type .ref").click();
            awaitBold(browser, parts[1]);
            awaitBold(browser, steps.get(3));
        }
    }

    private void cancel(Browser browser, String step) throws Exception {
        String slow = "--freshmaker.build.process.command=" + Launcher.ROOT.resolve("examples/slow-build.sh");
        String[] parts = step.split("(?= Click it)");
        assertThat(parts).hasSize(2);
        try (StartedHouse house = new StartedHouse(folder, List.of(slow))) {
            house.start();
            browser.open(house.url());
            String message = "examples/messages/bodhi-update-stable.json";
            Launcher.Ended published = Launcher.run(List.of("publish", message, "--amqp=" + house.amqpUrl()));
            assertThat(published.status()).as(published.output()).isZero();
            awaitBold(browser, parts[0]);
            browser.find("#running a").click();
            await().atMost(PATIENCE).until(() -> browser.find("#cancel").isDisplayed());
            browser.find("#cancel").click();
            browser.find("#cancel-reason").sendKeys("Trying it out");
            browser.find("#cancel-do").click();
            awaitBold(browser, parts[1]);
        }
    }

    /** Whitespace of the document and of the page is the same to a reader. */
    private static void awaitBold(Browser browser, String step) {
        for (String words : all(BOLD, step)) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(browser.find("body").getText()).containsIgnoringWhitespaces(words));
        }
    }

    private static List<String> steps() throws IOException {
        String document = Files.readString(Launcher.ROOT.resolve("docs/first-ten-minutes.md"));
        String body = document.substring(0, document.indexOf("\n## And then"));
        return STEP.splitAsStream(body).skip(1).toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
