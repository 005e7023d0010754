package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.dure.ServerTest;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.InvalidInputException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How files of people are read, and what becomes of them.
@ServerTest
class ImportTests extends ImportFixture {
    @Test
    void aFileOfNewPeopleIsPreviewedAndThenApplied() throws InterruptedException {
        var preview = preview(HEADER + "A1,김민수,본사/생산본부/1팀,부장,,본사|사원||안전,\nA2,이영희,본사,사원,,,\n");
        assertThat(preview.newPeople()).isEqualTo(2);
        assertThat(list("")).isEmpty();

        apply(preview);

        assertThat(list("")).containsExactly("김민수", "이영희");
        assertThat(list("ㄱㅁㅅ")).containsExactly("김민수");
    }

    @Test
    void theSameFileAgainChangesNobody() throws InterruptedException {
        var file = HEADER + "A1,김민수,본사/생산본부/1팀,부장,,본사|사원||안전,010-1\n";
        apply(preview(file));

        var again = preview(file);

        assertThat(again.unchangedPeople()).isEqualTo(1);
        assertThat(again.newPeople() + again.changedPeople()).isZero();
    }

    @Test
    void whatAFileHasNoColumnForStays() throws InterruptedException {
        apply(preview(HEADER + "A1,김민수,본사,부장,,,010-1234\n"));

        var renamed = preview("사번,이름\nA1,김민서\n");
        apply(renamed);

        assertThat(renamed.changedPeople()).isEqualTo(1);
        assertThat(export()).contains("김민서").contains("010-1234").contains("본사,부장");
    }

    @Test
    void everyErrorNamesItsLineAndField() {
        var preview = preview(HEADER + "A1,김민수,본사/없음,부장,,,\n" + ",이름만,,,,,\n" + "A1,박,,회장,,,\n");

        assertThat(preview.errors())
                .extracting(LineError::line, LineError::field, LineError::code)
                .contains(
                        tuple(2L, "department", "unknown-department"),
                        tuple(3L, "employeeNumber", "missing"),
                        tuple(4L, "employeeNumber", "twice"));
        assertThatThrownBy(() -> in(() -> imports.apply(caller, preview.id())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void filesOfKoreanExcelAreRead() {
        var file = "사번,이름,부서\nA1,김민수,본사\n".getBytes(Charset.forName("x-windows-949"));

        assertThat(in(() -> imports.preview(caller, file)).newPeople()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsNoLetter() {
        assertThat(preview("\uFEFF사번,이름\nA1,김민수\n").newPeople()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        for (var file : List.of("", "a,b\n", "사번\nA1\n", "사번,이름,사번\n")) {
            assertThatThrownBy(() -> preview(file))
                    .as(file)
                    .isInstanceOf(InvalidInputException.class);
        }
        var bytes = new byte[] {(byte) 0xff, (byte) 0xff, 0};
        assertThatThrownBy(() -> in(() -> imports.preview(caller, bytes)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void formulasGoOutAsTextAndComeBackAsTheyWere() throws InterruptedException {
        apply(preview(HEADER + "A1,=1+1,본사,,,,+82-2-123\n"));

        var exported = export();

        assertThat(exported).contains("'=1+1").contains("'+82-2-123");
        assertThat(preview(exported).unchangedPeople()).isEqualTo(1);
    }

    @Test
    void whereThePlanHasNoRoomNobodyComesIn() throws InterruptedException {
        tenant = organisations.open(2);
        caller = administrator();

        assertThat(in(() -> imports.room(caller))).isEqualTo(1);
        var applied = apply(preview("사번,이름\nA1,김민수\nA2,이영희\n"));

        assertThat(applied.state()).isEqualTo(Import.State.FAILED);
        assertThat(list("")).isEmpty();
    }

    @Test
    void aNumberIsTheSameHoweverItsLettersAreComposed() throws InterruptedException {
        var composed = "사번,이름\n가1,김민수\n";
        apply(preview(composed));

        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(preview(decomposed).unchangedPeople()).isEqualTo(1);
        assertThat(
                        preview(composed + decomposed.lines().skip(1).findFirst().orElseThrow())
                                .errors())
                .extracting(LineError::code)
                .contains("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5000-01-01", "0000-01-01", "+10000-01-01", "1899-12-31"})
    void aDateThatNoPersonHasIsAnError(String date) {
        var preview = preview("employee_number,name,hired_on\nA1,김민수," + date + "\n");

        assertThat(preview.errors()).extracting(LineError::field).containsExactly("hiredOn");
    }
}
