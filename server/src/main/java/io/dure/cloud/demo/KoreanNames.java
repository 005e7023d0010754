package io.dure.cloud.demo;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Names as they are met in Korea: the commonest surnames oftener, given names with the characters
/// that some families use.
final class KoreanNames {
    private static final int IN_CHINESE_PERCENT = 40;

    private record Part(String hangul, String latin, String chinese) {}

    /// The first ones are drawn oftener; see [#skewed].
    private static final List<Part> SURNAMES =
            parts(
                    "김 Kim 金, 이 Lee 李, 박 Park 朴, 최 Choi 崔, 정 Jung 鄭, 강 Kang 姜, 조 Cho 趙,"
                            + " 윤 Yoon 尹, 장 Jang 張, 임 Lim 林, 한 Han 韓, 오 Oh 吳, 서 Seo 徐,"
                            + " 신 Shin 申, 권 Kwon 權, 황 Hwang 黃, 안 Ahn 安, 송 Song 宋, 류 Ryu 柳,"
                            + " 홍 Hong 洪, 남궁 Namgung 南宮, 선우 Sunwoo 鮮于");

    private static final List<Part> GIVEN =
            parts(
                    "민수 Minsu 敏洙, 지훈 Jihoon 志勳, 서준 Seojun 瑞俊, 영호 Youngho 永浩, 성민"
                            + " Sungmin 成旻, 현우 Hyunwoo 賢宇, 준호 Junho 俊鎬, 동현 Donghyun 東賢,"
                            + " 재현 Jaehyun 宰賢, 상우 Sangwoo 相佑, 태영 Taeyoung 泰榮, 진수 Jinsu"
                            + " 鎭洙, 광수 Kwangsu 光洙, 기훈 Kihoon 基勳, 용준 Yongjun 容俊, 승현"
                            + " Seunghyun 承炫, 우진 Woojin 祐辰, 도윤 Doyoon 度潤, 건우 Gunwoo 健宇,"
                            + " 시우 Siwoo 時宇, 지영 Jiyoung 智英, 은정 Eunjung 恩貞, 수진 Sujin 秀珍,"
                            + " 미경 Mikyung 美京, 혜진 Hyejin 惠珍, 유진 Yujin 有珍, 민지 Minji 旼志,"
                            + " 서연 Seoyeon 書姸, 하은 Haeun 荷恩, 지우 Jiwoo 智雨, 수빈 Subin 秀彬,"
                            + " 예은 Yeeun 藝恩, 정희 Junghee 貞姬, 영숙 Youngsook 英淑, 경희 Kyunghee"
                            + " 慶姬, 선영 Sunyoung 善英, 윤아 Yoona 允兒, 소연 Soyeon 昭姸, 현정"
                            + " Hyunjung 賢貞, 나래 Narae -, 보람 Boram -, 슬기 Seulgi -, 한솔 Hansol -,"
                            + " 가온 Gaon -, 철수 Chulsoo 哲秀, 병철 Byungchul 秉哲, 명환 Myunghwan"
                            + " 明煥, 종석 Jongseok 鍾碩");

    private KoreanNames() {}

    static Named next(RandomGenerator random) {
        var surname = SURNAMES.get(skewed(random, SURNAMES.size()));
        var given = GIVEN.get(random.nextInt(GIVEN.size()));
        var chinese =
                random.nextInt(100) < IN_CHINESE_PERCENT && !given.chinese().equals("-")
                        ? surname.chinese() + given.chinese()
                        : "";
        return new Named(
                surname.hangul() + given.hangul(),
                given.latin() + " " + surname.latin(),
                chinese,
                (surname.latin() + "." + given.latin()).toLowerCase(Locale.ROOT));
    }

    /// The square of an even number leans to the beginning, about as Korean surnames do.
    private static int skewed(RandomGenerator random, int bound) {
        var even = random.nextDouble();
        return (int) (even * even * bound);
    }

    private static List<Part> parts(String lines) {
        return List.of(lines.split(",")).stream()
                .map(line -> line.strip().split(" +"))
                .map(words -> new Part(words[0], words[1], words[2]))
                .toList();
    }
}
