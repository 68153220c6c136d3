package io.freshmaker.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A browser without a window, as Debian's packages chromium and chromium-driver install it. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final double NANOS = 1e9;

    /** What was painted is what a second frame begins after. */
    private static final String PAINTED = """
        const done = arguments[arguments.length - 1];
        const begun = performance.now();
        const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
        const drawn = () => document.querySelector(".chip") ? painted() : requestAnimationFrame(drawn);
        %s
        drawn();
        """;

    private static final String CLICK = """
        const chips = [...document.querySelectorAll(".chip:not(.fold)")];
        chips[Math.floor(chips.length * %s)].click();
        """;

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium start() {
        if (!Files.isExecutable(PROGRAM) || !Files.isExecutable(DRIVER)) {
            throw new IllegalStateException("A browser is missing: install chromium and chromium-driver");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    /** Seconds from the address being given until the graph is painted. */
    double draw(String url) {
        driver.get("about:blank");
        long begun = System.nanoTime();
        driver.get(url);
        driver.executeAsyncScript(PAINTED.formatted(""));
        return (System.nanoTime() - begun) / NANOS;
    }

    /** Milliseconds from a click on a build until its details are painted; the build is that far into the page, 0 to 1. */
    double click(double place) {
        return millis(PAINTED.formatted(CLICK.formatted(place)));
    }

    /** Milliseconds that painting takes when nothing has changed. */
    double idle() {
        return millis(PAINTED.formatted(""));
    }

    /** How many builds the page shows as done. */
    int done() {
        Object count = driver.executeScript("return document.querySelector('.pill.done b')?.textContent ?? '0'");
        return Integer.parseInt(String.valueOf(count).replace(",", ""));
    }

    /** What is drawn now, as a page that needs no script and asks for nothing. */
    String asItStands() {
        Object page = driver.executeScript("""
            const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
            const copy = document.documentElement.cloneNode(true);
            for (const one of copy.querySelectorAll("script, link")) one.remove();
            const style = document.createElement("style");
            style.textContent = rules.join("\\n");
            copy.querySelector("head").append(style);
            return "<!doctype html>" + copy.outerHTML;
            """);
        return String.valueOf(page);
    }

    private double millis(String script) {
        if (driver.executeAsyncScript(script) instanceof Number time) return time.doubleValue();
        throw new IllegalStateException("The browser did not say how long it took");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
