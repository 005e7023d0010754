package io.dure.engines.objects.configuration.cors;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static io.dure.engines.objects.configuration.Refusals.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.error.S3Error;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTests {
    private static final String VARY =
            "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
    private static final String GET =
            "<AllowedOrigin>https://a.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod>";

    private static CorsConfiguration rules(String... insides) {
        return CorsConfiguration.parse(
                bytes(
                        "<CORSConfiguration><CORSRule>"
                                + String.join("</CORSRule><CORSRule>", insides)
                                + "</CORSRule></CORSConfiguration>"));
    }

    private static CorsRequest request(String origin, String method, String headers) {
        return CorsRequest.of(origin, method, headers);
    }

    @Test
    void oneOriginIsNamedAndTrusted() {
        var rules =
                rules(
                        GET
                                + "<AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader><MaxAgeSeconds>3000</MaxAgeSeconds>");

        assertThat(rules.preflight(request("https://a.example", "PUT", "X-Amz-Date,content-type")))
                .isEqualTo(
                        Map.of(
                                "access-control-allow-origin",
                                "https://a.example",
                                "access-control-allow-methods",
                                "GET, PUT",
                                "access-control-allow-headers",
                                "x-amz-date, content-type",
                                "access-control-max-age",
                                "3000",
                                "access-control-allow-credentials",
                                "true",
                                "vary",
                                VARY));
    }

    @Test
    void everyOriginIsAStar() {
        var rules =
                rules(
                        "<AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><ExposeHeader>ETag</ExposeHeader>"
                                + "<ExposeHeader>x-amz-request-id</ExposeHeader>");

        assertThat(rules.headers(request("null", "GET", "")))
                .isEqualTo(
                        Map.of(
                                "access-control-allow-origin",
                                "*",
                                "access-control-allow-methods",
                                "GET",
                                "access-control-expose-headers",
                                "ETag, x-amz-request-id",
                                "vary",
                                VARY));
    }

    @ParameterizedTest
    @CsvSource({
        "*suffix,foo.suffix,true",
        "*suffix,foo.suffix.get,false",
        "start*end,startend,true",
        "start*end,start12end,true",
        "start*end,0start12end,false",
        "start*end,sta,false",
        "ab*bc,abc,false",
        "prefix*,prefix,true",
        "prefix*,bla.prefix,false",
        "http://*.origin.com,http://test.origin.com,true",
        "http://*.origin.com,http://test.origin.com/,false",
        "https://a.example,HTTPS://a.example,false"
    })
    void oneStarStandsForAnything(String allowed, String origin, boolean isAllowed) {
        var rules =
                rules(
                        "<AllowedOrigin>"
                                + allowed
                                + "</AllowedOrigin><AllowedMethod>GET</AllowedMethod>");

        assertThat(rules.rule(request(origin, "GET", "")).isPresent()).isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-date,true",
        "X-AMZ-Date,true",
        "x-amz-meta-a,true",
        "'x-amz-date, x-amz-meta-a',true",
        "content-type,false",
        "'x-amz-date,content-type',false",
        "'',true"
    })
    void everyHeaderMustBeAllowedWhateverItsCase(String headers, boolean isAllowed) {
        var rules =
                rules(
                        GET
                                + "<AllowedHeader>X-Amz-Date</AllowedHeader><AllowedHeader>x-amz-meta-*</AllowedHeader>");

        assertThat(rules.rule(request("https://a.example", "GET", headers)).isPresent())
                .isEqualTo(isAllowed);
    }

    @Test
    void theFirstRuleThatAllowsAnswers() {
        var rules = rules(GET, GET + "<MaxAgeSeconds>9</MaxAgeSeconds>", GET.replace("GET", "PUT"));

        assertThat(rules.rule(request("https://a.example", "GET", "")))
                .contains(rules.rules().getFirst());
        assertThat(rules.rule(request("https://a.example", "PUT", "")))
                .contains(rules.rules().getLast());
    }

    @Test
    void whatNoRuleAllowsIsForbiddenBeforeAndUnmarkedAfter() {
        var rules = rules(GET);
        var other = request("https://b.example", "GET", "");

        assertRefused(S3Error.ACCESS_FORBIDDEN, () -> rules.preflight(other));
        assertThat(rules.headers(other)).isEmpty();
        assertRefused(
                S3Error.ACCESS_FORBIDDEN,
                () -> rules.preflight(request("https://a.example", "get", "")));
    }

    @Test
    void aRequestedHeaderIsAName() {
        var rules = rules(GET + "<AllowedHeader>*</AllowedHeader>");
        var request = request("https://a.example", "GET", "a b");

        assertRefused(
                S3Error.BAD_REQUEST,
                "Access-Control-Request-Headers \"a b\" contains invalid character.",
                () -> rules.preflight(request));
        assertThat(rules.headers(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<AllowedMethod>GET</AllowedMethod>",
                "<AllowedOrigin>*</AllowedOrigin>",
                GET + "<MaxAgeSeconds>-1</MaxAgeSeconds>",
                GET + "<MaxAgeSeconds>x</MaxAgeSeconds>",
                GET + "<MaxAgeSeconds>2147483648</MaxAgeSeconds>",
                GET + "<Id>1</Id>"
            })
    void aRuleNamesAnOriginAndAMethod(String inside) {
        assertRefused(S3Error.MALFORMED_XML, () -> rules(inside));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<AllowedOrigin>*.*</AllowedOrigin>|AllowedOrigin \"*.*\" can not have more than one wildcard.",
                "<AllowedHeader>*-*</AllowedHeader>|AllowedHeader \"*-*\" can not have more than one wildcard.",
                "<AllowedHeader>a b</AllowedHeader>|AllowedHeader \"a b\" contains invalid character.",
                "<ExposeHeader>*</ExposeHeader>|ExposeHeader \"*\" contains wildcard. We currently do not support wildcard for ExposeHeader.",
                "<ExposeHeader>a:b</ExposeHeader>|ExposeHeader \"a:b\" contains invalid character.",
                "<AllowedMethod>MYMETHOD</AllowedMethod>|Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD"
            })
    void whatARuleCannotSayIsNamed(String more, String message) {
        assertRefused(S3Error.INVALID_REQUEST, message, () -> rules(GET + more));
    }

    @Test
    void thereAreOneToAHundredRules() {
        var rules = new String[101];
        java.util.Arrays.fill(rules, GET);

        assertRefused(
                S3Error.MALFORMED_XML,
                () -> CorsConfiguration.parse(bytes("<CORSConfiguration/>")));
        assertRefused(
                S3Error.INVALID_REQUEST,
                "The number of CORS rules should not exceed allowed limit of 100 rules.",
                () -> rules(rules));
    }

    @Test
    void anIdHasItsLength() {
        assertRefused(
                S3Error.INVALID_REQUEST,
                "ID length should not exceed allowed limit of 255",
                () -> rules(GET + "<ID>" + "i".repeat(256) + "</ID>"));
    }
}
