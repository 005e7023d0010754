package io.dure.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The first morning of a new cloud, in a browser: each step stands on the one before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class WalkTests {
    private static final String PASSWORD = "correct-horse-7-battery";
    private static final int IMPORTED = 40;

    private final Map<String, String> invitations = new HashMap<>();
    private TestingDure dure;
    private TestingBrowser browser;
    private BrowserContext operator;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        dure = TestingDure.up(folder.resolve("data"));
        browser = TestingBrowser.start();
        operator = browser.visitor("en-GB");
    }

    @AfterAll
    void stop() throws Exception {
        browser.close();
        dure.close();
    }

    @Test
    @Order(1)
    void theFirstLinkMakesTheOperator() throws Exception {
        var page = operator.newPage();
        page.navigate(dure.address() + dure.firstLink());

        fill(page, "Name", "Sora Min");
        fill(page, "Login", "sora");
        fill(page, "Password", PASSWORD);
        press(page, "Start");

        page.waitForURL("**/console**");
        setUpSecondFactor(page);
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
        page.close();
    }

    @Test
    @Order(2)
    void theFirstLinkWorksOnce() throws Exception {
        var visitor = browser.visitor("en-GB");
        var page = visitor.newPage();
        page.navigate(dure.address() + dure.firstLink());

        fill(page, "Name", "Somebody Else");
        fill(page, "Login", "else");
        fill(page, "Password", PASSWORD);
        press(page, "Start");

        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        visitor.close();
    }

    @Test
    @Order(3)
    void theOperatorSignsTwoOrganisationsUp() {
        signUp("hanbit", "한빛정밀", "김민수", "minsu");
        signUp("westfield", "Westfield School", "Ann Ashworth", "ann");

        assertThat(invitations).containsOnlyKeys("hanbit", "westfield");
    }

    @Test
    @Order(4)
    void anInvitedOwnerChoosesAPasswordAndIsIn() {
        var owner = browser.visitor("ko-KR");
        var page = owner.newPage();
        page.navigate(invitations.get("hanbit"));

        page.getByLabel("비밀번호", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(PASSWORD);
        page.locator("button[type=submit]").click();

        page.waitForURL("**/o/hanbit**");
        assertThat(page.locator("body")).containsText("한빛정밀");
        owner.close();
    }

    @Test
    @Order(5)
    void aUsedInvitationSaysSoAndLeadsToTheDoor() {
        var visitor = browser.visitor("en-GB");
        var page = visitor.newPage();
        page.navigate(invitations.get("hanbit"));

        assertThat(page.getByText("This link no longer works")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();

        page.waitForURL("**/o/hanbit/sign-in");
        visitor.close();
    }

    @Test
    @Order(5)
    void whoHasAPasswordSignsIn() {
        var visitor = browser.visitor("en-GB");
        var page = visitor.newPage();
        page.navigate(dure.address() + "/o/hanbit/sign-in");

        fill(page, "Login", "minsu");
        fill(page, "Password", PASSWORD);
        press(page, "Sign in");

        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
        visitor.close();
    }

    @Test
    @Order(6)
    void peopleComeByCsv() {
        var visitor = browser.visitor("en-GB");
        var page = signedIn(visitor);
        page.navigate(dure.address() + "/o/hanbit/admin/import");

        choose(page, "wrong.csv", "employee_number,name,email\n1001,이서연,nowhere\n1002,,\n");
        assertThat(page.getByText("Line 2")).isVisible();
        assertThat(page.getByText("Line 3")).isVisible();
        assertThat(applying(page)).isHidden();

        choose(page, "people.csv", everybody());
        assertThat(page.getByText("Line 2")).isHidden();
        assertThat(page.getByText(String.valueOf(IMPORTED)).first()).isVisible();
        applying(page).click();
        assertThat(page.getByText("All of it is done.")).isVisible();

        page.navigate(dure.address() + "/o/hanbit/directory?q=ㅇㅅㅇ");
        assertThat(page.getByText("이서연").first()).isVisible();
        visitor.close();
    }

    private Page signedIn(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate(dure.address() + "/o/hanbit/sign-in");
        fill(page, "Login", "minsu");
        fill(page, "Password", PASSWORD);
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
        return page;
    }

    private static String everybody() {
        return IntStream.range(0, IMPORTED)
                .mapToObj(number -> (1000 + number) + (number == 0 ? ",이서연" : ",사람" + number))
                .collect(Collectors.joining("\n", "employee_number,name\n", "\n"));
    }

    /// As a person does: by the button, and the system's dialog for files.
    private static void choose(Page page, String name, String content) {
        var button =
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose a CSV file"));
        var chooser = page.waitForFileChooser(button::click);
        chooser.setFiles(
                new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator applying(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Apply")));
    }

    @Test
    @Order(7)
    void anOwnerMakesABucketAndUploads() {
        var visitor = browser.visitor("en-GB");
        var page = visitor.newPage();
        page.navigate(dure.address() + "/o/hanbit/sign-in");
        fill(page, "Login", "minsu");
        fill(page, "Password", PASSWORD);
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();

        page.navigate(dure.address() + "/o/hanbit/storage/buckets");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New bucket"))
                .first()
                .click();
        var panel = page.getByRole(AriaRole.DIALOG);
        panel.getByLabel("Name").fill("papers");
        panel.locator("button[type=submit]").click();
        assertThat(panel).isHidden();
        page.navigate(dure.address() + "/o/hanbit/storage/buckets/papers");
        page.locator("input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload(
                                "견적서.txt",
                                "text/plain",
                                "1,000,000원".getBytes(StandardCharsets.UTF_8)));

        assertThat(page.getByText("견적서.txt").first()).isVisible();
        visitor.close();
    }

    @Test
    @Order(8)
    void aWrongPasswordDoesNot() {
        var visitor = browser.visitor("en-GB");
        var page = visitor.newPage();
        page.navigate(dure.address() + "/o/hanbit/sign-in");

        fill(page, "Login", "minsu");
        fill(page, "Password", "guessed-it-3-times");
        press(page, "Sign in");

        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.url()).contains("/sign-in");
        visitor.close();
    }

    /// Without one the operator's staff may do nothing.
    private static void setUpSecondFactor(Page page) {
        var secret = page.locator("code").first();
        secret.waitFor();
        var code = new Authenticator(secret.innerText()).code();
        page.getByLabel("Digit 1 of 6").click();
        page.keyboard().type(code);
        press(page, "Confirm");
        press(page, "I have kept them");
    }

    private void signUp(String shortName, String name, String owner, String login) {
        var page = operator.newPage();
        page.navigate(dure.address() + "/console/organisations");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add an organisation"))
                .first()
                .click();
        var panel = page.getByRole(AriaRole.DIALOG);
        panel.getByLabel("Short name").fill(shortName);
        panel.getByLabel("Name", exactly()).first().fill(name);
        panel.getByLabel("Name", exactly()).last().fill(owner);
        panel.getByLabel("Login").fill(login);
        panel.locator("button[type=submit]").click();
        var link = panel.getByText("/invitation");
        link.waitFor();
        invitations.put(shortName, link.innerText().strip());
        page.close();
    }

    private static com.microsoft.playwright.Locator.GetByLabelOptions exactly() {
        return new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true);
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
