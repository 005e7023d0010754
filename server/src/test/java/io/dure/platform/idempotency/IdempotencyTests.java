package io.dure.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class IdempotencyTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner owner;

    private final String key = UUID.randomUUID().toString();
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void theSameKeyAgainHasOneEffectAndTheSameAnswer() {
        var first = create(key, "생산부");
        var second = create(key, "생산부");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.raw().headers().firstValue("ETag"))
                .isEqualTo(first.raw().headers().firstValue("ETag"));
        assertThat(departments()).isEqualTo(1);
    }

    @Test
    void theSameKeyManyTimesAtOnceHasOneEffect() throws Exception {
        var answers = atOnce(8, () -> create(key, "생산부"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.raw().body())
                .containsOnly(answers.getFirst().raw().body());
        assertThat(departments()).isEqualTo(1);
    }

    @Test
    void aChangedBodyWithTheSameKeyIsRefused() {
        create(key, "생산부");

        var answer = create(key, "영업부");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
        assertThat(departments()).isEqualTo(1);
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        var failed = create(key, "");
        var again = create(key, "생산부");

        assertThat(failed.status()).isEqualTo(422);
        assertThat(again.status()).isEqualTo(201);
    }

    @Test
    void aPersonARoleAndAGrantAreMadeOnce() {
        var person = Map.of("name", "이영희", "employeeNumber", "A1");
        var role = Map.of("name", "인사 담당", "capabilities", List.of("people.read"));
        var grant =
                Map.of(
                        "role",
                        "ADMINISTRATOR",
                        "subject",
                        Map.of("kind", "PERSON", "id", dure.owner(), "withBelow", false));
        var people = owner.count("people.person", dure.id());
        var grants = owner.count("authority.role_grant", dure.id());

        for (var i = 0; i < 2; i++) {
            assertThat(send(key + "p", "/people", person).status()).isEqualTo(201);
            assertThat(send(key + "r", "/roles", role).status()).isEqualTo(201);
            assertThat(send(key + "g", "/grants", grant).status()).isEqualTo(201);
        }

        assertThat(owner.count("people.person", dure.id())).isEqualTo(people + 1);
        assertThat(owner.count("authority.role", dure.id())).isEqualTo(1);
        assertThat(owner.count("authority.role_grant", dure.id())).isEqualTo(grants + 1);
    }

    @Test
    void anotherKeyIsAnotherRequest() {
        create(key, "생산부");
        create(key + "2", "영업부");

        assertThat(departments()).isEqualTo(2);
    }

    @Test
    void aSecretIsNotKeptForARepetition() {
        var body = Map.of("name", "script", "scopes", List.of("people.read"), "days", 30);

        var first = send(key, "/me/tokens", body);
        var second = send(key, "/me/tokens", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.problem()).isEqualTo("already-done");
        assertThat(owner.count("identity.access_token", dure.id())).isEqualTo(1);
        assertThat(owner.count("idempotency.answer where body is not null", dure.id())).isZero();
    }

    @Test
    void anAccessKeysSecretIsNotKeptForARepetition() {
        var body = Map.of("kind", "PERSONAL", "name", "backup", "rights", List.of("READ"));

        assertThat(send(key, "/storage/keys", body).status()).isEqualTo(201);
        assertThat(send(key, "/storage/keys", body).problem()).isEqualTo("already-done");
        assertThat(owner.count("idempotency.answer where body is not null", dure.id())).isZero();
    }

    @Test
    void aKeyHasALimit() {
        assertThat(create("k".repeat(201), "생산부").status()).isEqualTo(422);
        assertThat(departments()).isZero();
    }

    private Answer create(String withKey, String name) {
        return send(withKey, "/departments", Map.of("name", name));
    }

    private Answer send(String withKey, String path, Object body) {
        return dure.browser().send("POST", dure.path(path), body, "Idempotency-Key", withKey);
    }

    private long departments() {
        return owner.count("people.department", dure.id());
    }

    private static List<Answer> atOnce(int times, Callable<Answer> request)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(_ -> request).toList())
                    .stream()
                    .map(IdempotencyTests::get)
                    .toList();
        }
    }

    private static Answer get(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
