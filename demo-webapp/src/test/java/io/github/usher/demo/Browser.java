package io.github.usher.demo;

import java.io.File;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.SeleniumCdpConnection;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A prospect's browser: Chromium without a window. It never waits for a page by itself, so that nothing is missed. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BLOCK = 2;

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final Connection tools;
    private final SessionID tab;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        // A page that goes while it is looked at is an error of the driver's, in words that differ: looked at again.
        this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(40));
        wait.ignoring(WebDriverException.class);
        // Selenium's own DevTools are written for some versions of Chromium, and refuse an older one.
        this.tools = SeleniumCdpConnection.create(driver.getCapabilities(), ClientConfig.defaultConfig())
                .orElseThrow();
        this.tab = new SessionID(ask(
                null,
                "Target.attachToTarget",
                Map.of("targetId", driver.getWindowHandle(), "flatten", true),
                "sessionId"));
    }

    /** @param more arguments of Chromium */
    static Browser start(boolean javaScript, String... more) {
        var options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.setPageLoadStrategy(PageLoadStrategy.NONE);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en",
                "--window-size=1280,900");
        options.addArguments(more);
        if (!javaScript) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", BLOCK));
        }
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver"))
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static File program(String name) {
        var file = new File(System.getProperty(name, "/usr/bin/" + name));
        if (!file.canExecute()) {
            throw new IllegalStateException("There is no " + file + ". On Debian: apt-get install chromium"
                    + " chromium-driver. Elsewhere say where they are: -Dchromium=… -Dchromedriver=…");
        }
        return file;
    }

    /** Opens a page, which is there when an element of that CSS selector is. */
    void open(String url, String selector) {
        driver.switchTo().defaultContent();
        driver.get("about:blank");
        awaitAddress("about:blank"::equals);
        driver.get(url);
        find(selector);
    }

    /** Opens the page of the form and types all its fields. */
    void fillIn(String site, SiteForm form) {
        open(site + form.page(), "#main form button");
        form.fields().forEach(this::type);
    }

    private void type(String name, String value) {
        List<WebElement> fields = driver.findElements(By.name(name));
        WebElement field = fields.get(0);
        if (field.getTagName().equals("select")) {
            new Select(field).selectByValue(value);
        } else if ("checkbox".equals(field.getDomAttribute("type"))) {
            fields.stream()
                    .filter(box -> value.equals(box.getDomAttribute("value")))
                    .findFirst()
                    .orElseThrow()
                    .click();
        } else {
            field.sendKeys(value);
        }
    }

    void submit() {
        find("#main form button").click();
    }

    void click(String selector) {
        find(selector).click();
    }

    /** The element, as soon as it is there. */
    WebElement find(String selector) {
        return wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
    }

    /** Goes into the only frame of the page, as soon as it is there. */
    void enterFrame() {
        wait.until(ExpectedConditions.frameToBeAvailableAndSwitchToIt(By.tagName("iframe")));
    }

    /** Back from a frame to the whole page. */
    void leaveFrame() {
        driver.switchTo().defaultContent();
    }

    /** What a script of the page, or of the frame that was entered, gives. */
    Object run(String script) {
        Object given = driver.executeScript(script);
        return given == null ? "" : given;
    }

    /** Waits for a text that an element shows. */
    void awaitTextIn(String selector, String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    void awaitTitle(String part) {
        wait.until(ExpectedConditions.titleContains(part));
    }

    /** Waits for a text on the page, or in the frame that was entered. */
    void awaitText(String text) {
        wait.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    /** As {@link #awaitTitle}, for a page that is about to be left: there the driver waits for the next one. */
    void awaitPassingTitle(String title) {
        wait.until(browser -> title.equals(ask(tab, "Target.getTargetInfo", Map.of(), "targetInfo", "title")));
    }

    /** The page as it is painted now, even where it is about to be left; as PNG. */
    byte[] passingPicture() {
        return Base64.getDecoder().decode(ask(tab, "Page.captureScreenshot", Map.of("format", "png"), "data"));
    }

    private String ask(@Nullable SessionID of, String name, Map<String, Object> parameters, String... path) {
        var command = new Command<Map<String, Object>>(name, parameters, input -> input.read(Json.MAP_TYPE));
        Object answer = tools.sendAndWait(of, command, PATIENCE);
        for (var step : path) {
            answer = answer instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return String.valueOf(answer);
    }

    void awaitAddress(Predicate<String> wanted) {
        wait.until((WebDriver browser) -> wanted.test(address()));
    }

    void await(String what, java.util.function.BooleanSupplier condition) {
        wait.withMessage(what).until(browser -> condition.getAsBoolean());
    }

    String address() {
        String url = driver.getCurrentUrl();
        return url == null ? "" : url;
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        tools.close();
        driver.quit();
    }
}
