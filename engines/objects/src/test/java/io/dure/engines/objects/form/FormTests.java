package io.dure.engines.objects.form;

import static io.dure.engines.objects.configuration.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms as browsers and scripts write them.
class FormTests {
    private static final String TYPE = "multipart/form-data; boundary=x";

    private static String part(String disposition, String value) {
        return "--x\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n\r\n"
                + value
                + "\r\n";
    }

    private static Form read(String form) throws IOException {
        return read(form, TYPE);
    }

    private static Form read(String form, String type) throws IOException {
        return Form.read(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)), type);
    }

    @Test
    void fieldsStandBeforeTheFileAndThoseBehindItAreIgnored() throws IOException {
        var form =
                read(
                        part("name=\"key\"", "보고서/${filename}")
                                + part("name=acl", "private")
                                + part("name=\"file\"; filename=\"a.txt\"", "hello\r\n")
                                + part("name=\"acl\"", "public-read")
                                + "--x--\r\n");

        assertThat(form.fields().byName())
                .containsOnlyKeys("acl", "key")
                .containsEntry("key", "보고서/${filename}")
                .containsEntry("acl", "private");
        assertThat(form.file(new SizeRange(7, 7)).readAllBytes()).asString().isEqualTo("hello\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "filename=\"견적서 (최종).pdf\" | 견적서 (최종).pdf",
                "filename=\"C:\\Users\\kim\\a.txt\" | a.txt",
                "filename=\"/home/kim/a;b.txt\" | a;b.txt",
                "filename=\"say \\\"hi\\\".txt\" | say \"hi\".txt",
                "filename=plain.txt | plain.txt",
                "filename=\"\" | ~~",
                "x=y | ~~",
            })
    void aFileIsNamedAsItsLastFolderNamesIt(String written, String name) throws IOException {
        var form = read(part("name=\"file\"; " + written, "") + "--x--");

        assertThat(form.fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "Multipart/Form-Data;charset=utf-8;boundary=\"x\"",
                "multipart/form-data; boundary=x; charset=utf-8"
            })
    void aBoundaryIsFoundInItsType(String type) throws IOException {
        assertThat(read(part("name=file", "") + "--x--", type).fileName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"a b \"",
                "multipart/form-data; boundary=\"a\r\nb\"",
                "text/plain; boundary=x"
            })
    void aTypeWithoutABoundaryIsRefused(String type) {
        assertRefused(
                S3Error.MALFORMED_POST_REQUEST, () -> read(part("name=file", "") + "--x--", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\n\r\nno headers\r\n--x--",
                "--x\r\nContent-Type: text/plain\r\n\r\nno name\r\n--x--",
                "--x\r\nContent-Disposition: attachment; name=file\r\n\r\n\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"file\r\n\r\n\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=a; name=file\r\n\r\n\r\n--x--",
                "--xy\r\nContent-Disposition: form-data; name=file\r\n\r\n\r\n--x--",
            })
    void whatIsNotWellFormedIsRefused(String form) {
        assertRefused(S3Error.MALFORMED_POST_REQUEST, () -> read(form));
    }

    @Test
    void aFieldComesOnceAndSoDoesTheFile() {
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "POST requires exactly one value of each field: key",
                () -> read(part("name=key", "a") + part("name=KEY", "b") + "--x--"));
        assertRefused(
                S3Error.INVALID_ARGUMENT,
                "POST requires exactly one file upload per request.",
                () -> read(part("name=key", "a") + "--x--"));
    }

    @Test
    void whatStandsBeforeTheFileIsBounded() throws IOException {
        var file = part("name=file", "f".repeat(100_000)) + "--x--";

        assertThat(read(part("name=policy", "p".repeat(20_000)) + file).fileName()).isEmpty();
        assertRefused(
                S3Error.MAX_POST_PRE_DATA_LENGTH_EXCEEDED,
                () -> read(part("name=policy", "p".repeat(20_480)) + file));
        assertRefused(
                S3Error.MAX_POST_PRE_DATA_LENGTH_EXCEEDED,
                () -> read("--x\r\nX-" + "y".repeat(30_000)));
        assertRefused(
                S3Error.MAX_POST_PRE_DATA_LENGTH_EXCEEDED,
                () -> read("preamble".repeat(3_000) + "\r\n" + file));
    }

    @Test
    void aFileHasTheSizeThatIsWanted() throws IOException {
        var form = part("name=file", "four") + "--x--";

        assertThat(read(form).file(new SizeRange(4, 4)).readAllBytes()).hasSize(4);
        assertError(S3Error.ENTITY_TOO_SMALL, form, new SizeRange(5, 9));
        assertError(S3Error.ENTITY_TOO_LARGE, form, new SizeRange(0, 3));
    }

    private static void assertError(S3Error error, String form, SizeRange sizes)
            throws IOException {
        var file = read(form).file(sizes);
        assertThatThrownBy(file::readAllBytes)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }
}
