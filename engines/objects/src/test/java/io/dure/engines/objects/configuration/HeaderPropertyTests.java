package io.dure.engines.objects.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.configuration.acl.AclHeaders;
import io.dure.engines.objects.configuration.cors.CorsConfiguration;
import io.dure.engines.objects.configuration.cors.CorsRequest;
import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What holds of every header, for headers come from strangers.
class HeaderPropertyTests {
    private static final Namespace OWNER = new Namespace(new UUID(1, 2));
    private static final CorsConfiguration RULES =
            CorsConfiguration.parse(
                    Refusals.bytes(
                            "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>"
                                    + "<AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>"));
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "=",
                    "&",
                    "%",
                    "%41",
                    "%ff",
                    "+",
                    ",",
                    "\"",
                    " ",
                    "\t",
                    "id",
                    "uri",
                    "aws:",
                    "\u00ff",
                    "2030-01-01",
                    "T00:00:00Z",
                    "-",
                    "*",
                    "\r\n",
                    "018f3c1e-7b5a-7c3d-9e2f-000000000001");

    private static String header(Random random) {
        var text = new StringBuilder();
        for (var pieces = random.nextInt(8); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void onlyRefused(Runnable call) {
        try {
            call.run();
        } catch (S3Exception e) {
            assertThat(e.error().status()).isIn(400, 501);
        }
    }

    @Test
    void noHeaderThrowsAnythingButARefusal() {
        var random = new Random(11);
        var now = Instant.parse("2026-11-28T00:00:00Z");
        for (var round = 0; round < 20_000; round++) {
            var header = header(random);
            onlyRefused(() -> AclHeaders.policy(_ -> Optional.of(header), OWNER, OWNER));
            onlyRefused(() ->
                    AclHeaders.policy(
                            name ->
                                    Optional.of(header)
                                            .filter(_ -> name.equals("x-amz-grant-read")),
                            OWNER,
                            OWNER));
            onlyRefused(() -> LegalHold.ofHeader(header));
            onlyRefused(
                    () -> Retention.ofHeaders(Optional.of("GOVERNANCE"), Optional.of(header), now));
        }
    }

    @Test
    void tagsThatAreTakenAreWrittenAsTheyWereMeant() {
        var random = new Random(12);
        for (var round = 0; round < 20_000; round++) {
            var header = header(random);
            onlyRefused(() -> {
                var tags = ObjectTags.parseHeader(header);
                assertThat(ObjectTags.parseHeader(tags.writeHeader())).isEqualTo(tags);
            });
        }
    }

    @Test
    void nothingButNamesOfHeadersIsGivenBackToABrowser() {
        var random = new Random(13);
        for (var round = 0; round < 20_000; round++) {
            var request = CorsRequest.of("https://a.example", "GET", header(random));
            var allowed = RULES.headers(request).getOrDefault("access-control-allow-headers", "");
            onlyRefused(() -> RULES.preflight(request));
            assertThat(allowed).matches("[-!#$%&'*+.^_`|~0-9a-z, ]*");
        }
    }
}
