package io.dure.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.platform.problem.Input;
import io.dure.platform.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "1234567890",
                "qwertyuiop",
                "password123",
                "P@ssw0rd1234",
                "aaaaaaaaaaaa",
                "iloveyou2024",
                "dkssudgktpdy",
                "qlalfqjsgh12",
                "비밀번호비밀번호비밀",
                "kim.minsu1234",
                "v7#kPq2!xWz9\ud83d"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "모과나무 아래서 읽은 책",
                "v7#kPq2!xWz9",
                "둥근달이 창가에 걸린밤"
            })
    void whatIsLongAndOnesOwnIsTaken(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void hangulIsFoundBehindTheKeysThatTypeIt() {
        assertThat(Dubeolsik.keys("비밀번호")).isEqualTo("qlalfqjsgh");
        assertThat(Dubeolsik.keys("안녕하세요")).isEqualTo("dkssudgktpdy");
        assertThat(Dubeolsik.keys("까닭")).isEqualTo("Rkekfr");
    }

    private static void check(String password) {
        var input = new Input();
        PasswordRules.check(input, "password", password, "kim.minsu");
        input.check();
    }
}
