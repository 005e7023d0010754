package io.dure.platform.people;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of a file of people. A header names them in English or Korean, in any order.
enum ImportColumn {
    EMPLOYEE_NUMBER("사번"),
    NAME("이름"),
    LATIN_NAME("영문이름"),
    CHINESE_NAME("한자이름"),
    LOGIN("아이디"),
    EMAIL("이메일"),
    PHONE("전화"),
    EXTENSION("내선"),
    MOBILE("휴대폰"),
    BIRTHDAY("생일"),
    HIRED_ON("입사일"),
    LANGUAGE("언어"),
    /// As a path from the top: `Head office/Sales/Team 1`.
    DEPARTMENT("부서"),
    RANK("직급"),
    TITLE("직책"),
    DUTY("담당업무"),
    /// Further posts, each `department|rank|title|duty`, with a semicolon between.
    CONCURRENT_POSTS("겸직");

    private final String korean;

    ImportColumn(String korean) {
        this.korean = korean;
    }

    /// As exported files name it.
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The field that errors of this column name, as forms do.
    String field() {
        var words = header().split("_");
        var field = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            field.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words[i].substring(1));
        }
        return field.toString();
    }

    static Optional<ImportColumn> of(String header) {
        var wanted = header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Stream.of(values())
                .filter(column ->
                        column.header().equals(wanted)
                                || column.korean.equals(header.strip().replace(" ", "")))
                .findFirst();
    }
}
