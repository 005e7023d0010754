package io.dure.engines.objects.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogLineTests {
    @Test
    void fieldsStandInTheirOrderAndWhatIsNotKnownIsADash() {
        var line =
                new LogLine()
                        .time(Instant.parse("2026-11-28T01:02:03.9Z"))
                        .word("REST.GET.OBJECT")
                        .word(Optional.empty())
                        .number(0)
                        .number(200)
                        .quoted("GET / HTTP/1.1")
                        .quoted("")
                        .unknown();

        assertThat(line)
                .hasToString(
                        "[28/Nov/2026:01:02:03 +0000] REST.GET.OBJECT - - 200 \"GET / HTTP/1.1\" \"-\" -");
    }

    @Test
    void nothingThatAClientSendsEndsAFieldOrALine() {
        var line =
                new LogLine().word("a b\nc\"").quoted("Mozilla\" 200 -\r\n\u00eb\u0000").word("사");

        assertThat(line).hasToString("a%20b%0Ac%22 \"Mozilla%22 200 -%0D%0A%EB%00\" %EC%82%AC");
    }
}
