package io.dure.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.audit.Actor;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class SupportTests {
    @Autowired Support support;
    @Autowired Organisations organisations;
    @Autowired TestingOrganisations testing;
    @Autowired SupportVisitors visitors;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private final Caller operator =
            TestingOrganisations.caller(
                    TenantId.OPERATOR, ConsoleCapabilities.READ, ConsoleCapabilities.SUPPORT);
    private TenantId tenant = TenantId.OPERATOR;
    private Caller owner = operator;

    @BeforeEach
    void openAnOrganisation() {
        tenant = testing.open(10);
        owner = TestingOrganisations.caller(tenant, ConsoleCapabilities.DECIDE_SUPPORT);
    }

    @Test
    void nobodyLooksInBeforeAnOwnerConsents() {
        var asked = ask();

        assertThatThrownBy(() -> support.open(operator, tenant, asked.id()))
                .isInstanceOf(UnknownThingException.class);
    }

    @Test
    void aRefusalIsFinal() {
        var asked = ask();
        inside(() -> support.refuse(owner, asked.id()));

        assertThatThrownBy(() -> inside(() -> support.grant(owner, asked.id(), 30)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void anOwnerGrantsNoLongerThanWasAskedFor() {
        var asked = ask();

        var granted = inside(() -> support.grant(owner, asked.id(), 600));

        assertThat(granted.endsAt())
                .contains(granted.decidedAt().orElseThrow().plus(granted.length()));
    }

    @Test
    void onlyAnOwnerDecides() {
        var asked = ask();
        var member = TestingOrganisations.caller(tenant);

        assertThatThrownBy(() -> inside(() -> support.grant(member, asked.id(), 30)))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void theOperatorLooksAndDoesNotTouchUntilItEnds() throws Exception {
        var asked = ask();
        inside(() -> support.grant(owner, asked.id(), 30));

        var token = support.open(operator, tenant, asked.id()).text();

        assertThat(status("GET", "/people", token)).isEqualTo(200);
        assertThat(status("POST", "/people", token)).isEqualTo(401);
        inside(() -> support.end(owner, asked.id()));
        assertThat(status("GET", "/people", token)).isEqualTo(401);
    }

    @Test
    void theOrganisationSeesWhoLooksInWhileTheyMay() {
        var asked = ask();
        inside(() -> support.grant(owner, asked.id(), 30));
        assertThat(inside(visitors::present)).isEmpty();

        support.open(operator, tenant, asked.id());

        assertThat(inside(visitors::present))
                .singleElement()
                .satisfies(present -> assertThat(present.until()).isAfter(asked.askedAt()));
        inside(() -> support.end(owner, asked.id()));
        assertThat(inside(visitors::present)).isEmpty();
    }

    @Test
    void whatWasGrantedHasEndedOnceItsTimeIsOver() {
        var asked = ask();
        var granted = inside(() -> support.grant(owner, asked.id(), 30));
        var end = granted.endsAt().orElseThrow();

        assertThat(granted.at(end.minusMillis(1)).state()).isEqualTo(SupportAccess.State.GRANTED);
        assertThat(granted.at(end).state()).isEqualTo(SupportAccess.State.ENDED);
        assertThat(granted.at(end).endsAt()).contains(end);
    }

    @Test
    void aVisitorIsToldSoAndLeaves() throws Exception {
        var asked = ask();
        inside(() -> support.grant(owner, asked.id(), 30));
        var token = support.open(operator, tenant, asked.id()).text();

        assertThat(answer("GET", "/me", token).body()).contains("\"visiting\":true");
        assertThat(answer("DELETE", "/visit", token).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
    }

    @Test
    void anotherOperatorCannotUseTheConsent() {
        var asked = ask();
        inside(() -> support.grant(owner, asked.id(), 30));
        var other =
                TestingOrganisations.caller(
                        TenantId.OPERATOR, ConsoleCapabilities.READ, ConsoleCapabilities.SUPPORT);

        assertThatThrownBy(() -> support.open(other, tenant, asked.id()))
                .isInstanceOf(UnknownThingException.class);
    }

    @Test
    void allOfItStandsInTheOrganisationsTrail() {
        var asked = ask();
        inside(() -> support.grant(owner, asked.id(), 30));
        support.open(operator, tenant, asked.id());

        assertThat(trail())
                .containsExactly(
                        "support.asked " + Actor.Kind.OPERATOR,
                        "support.granted " + Actor.Kind.PERSON,
                        "support.opened " + Actor.Kind.OPERATOR);
    }

    private SupportAccess ask() {
        return support.ask(operator, tenant, "The bill does not add up.", 60);
    }

    private <T> T inside(ScopedValue.CallableOp<T, RuntimeException> code) {
        return TenantScope.call(tenant, code);
    }

    private List<String> trail() {
        return TenantScope.<List<String>, RuntimeException>call(
                tenant,
                () ->
                        transaction.execute(_ ->
                                sql.fetch(
                                                "select action || ' ' || actor_kind from audit.entry"
                                                        + " order by at, entry_id")
                                        .getValues(0, String.class)));
    }

    private int status(String method, String path, String token) throws Exception {
        return answer(method, path, token).statusCode();
    }

    private HttpResponse<String> answer(String method, String path, String token) throws Exception {
        var shortName = inside(organisations::current).shortName();
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + port
                                                    + "/api/o/"
                                                    + shortName
                                                    + path))
                            .header("Cookie", "dure-o-" + shortName + "=" + token)
                            .header("Sec-Fetch-Site", "same-origin")
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString("{}"))
                            .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
