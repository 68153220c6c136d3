package io.freshmaker.platform.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, as Debian installs it; it speaks to nobody but the pages that it is sent to. */
public final class Browser implements AutoCloseable {

    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("FRESHMAKER_CHROMIUM_REQUIRED"));
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Where there is none, that is said in one loud line and the calling test is skipped; where it is required, the test fails. */
    public static Browser orSkip() {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!there && REQUIRED) throw new AssertionError("Required, but not there: chromium and chromedriver");
        if (!there) System.err.println("SKIPPED: tests of the pages that need chromium and chromedriver");
        assumeTrue(there, "chromium and chromium-driver are not installed");
        return new Browser(start());
    }

    private static ChromeDriver start() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // tests run as root in containers
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--hide-scrollbars");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        return driver;
    }

    /** For what is not offered here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Pixels of the window's inside. */
    public void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The palette that the reader prefers. */
    public void dark(boolean wanted) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", wanted ? "dark" : "light");
        Map<String, String> still = Map.of("name", "prefers-reduced-motion", "value", "reduce"); // no colour in between
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme, still)));
    }

    /** A command of the DevTools protocol. */
    public void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    public void open(String url) {
        driver.get("about:blank"); // the same page with another fragment would not be loaded again
        driver.get(url);
    }

    /** By the id of an element; what a reader sees of it. */
    public String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** To whatever has the focus. */
    public void press(Keys... keys) {
        for (Keys key : keys) driver.switchTo().activeElement().sendKeys(key);
    }

    /** What a script returns. */
    public @Nullable Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What the console said since the last time: errors, warnings and refused loads. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The whole page as a picture, kept under {@code target/pages} of the module. */
    public void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
