package io.dure.cloud.demo;

import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// 한빛정밀, a manufacturer of precision parts with 300 people.
@Component
final class Hanbit implements Script {
    private static final List<String> RANKS =
            List.of("대표", "전무", "상무", "이사", "부장", "차장", "과장", "대리", "사원");

    /// How many of ten people below a head have the ranks from 차장 down.
    private static final List<String> BELOW_HEADS =
            List.of("차장", "과장", "과장", "대리", "대리", "대리", "사원", "사원", "사원", "사원");

    @Override
    public String shortName() {
        return "hanbit";
    }

    @Override
    public Profile profile() {
        return new Profile("한빛정밀", "ko", ZoneId.of("Asia/Seoul"), List.of("hanbit.example"));
    }

    @Override
    public Plan plan() {
        return new Plan(500, 500L << 30, Set.of("storage"), true);
    }

    @Override
    public List<Unit> units() {
        return List.of(
                Unit.of("대표이사실", 3, "대표", "대표이사"),
                Unit.of("감사실", 4, "이사", "실장"),
                Unit.of(
                        "경영지원본부",
                        1,
                        "전무",
                        "본부장",
                        team("인사팀", 9),
                        team("총무팀", 8),
                        team("재무회계팀", 10),
                        team("정보전략팀", 8)),
                Unit.of(
                        "생산본부",
                        1,
                        "전무",
                        "본부장",
                        team("생산1팀", 44),
                        team("생산2팀", 40),
                        team("품질관리팀", 18),
                        team("생산기술팀", 14),
                        team("설비팀", 12),
                        team("구매자재팀", 11)),
                Unit.of(
                        "연구소",
                        1,
                        "상무",
                        "연구소장",
                        team("선행개발팀", 18),
                        team("기구설계팀", 17),
                        team("전장개발팀", 15),
                        team("시험평가팀", 11)),
                Unit.of(
                        "영업본부",
                        1,
                        "상무",
                        "본부장",
                        team("국내영업팀", 16),
                        team("해외영업팀", 17),
                        team("고객지원팀", 12),
                        team("마케팅팀", 9)));
    }

    private static Unit team(String name, int staff) {
        return Unit.of(name, staff, "부장", "팀장");
    }

    @Override
    public List<String> ranks() {
        return RANKS;
    }

    @Override
    public List<String> titles() {
        return List.of("대표이사", "본부장", "연구소장", "실장", "팀장");
    }

    @Override
    public String rank(String unit, RandomGenerator random) {
        return BELOW_HEADS.get(random.nextInt(BELOW_HEADS.size()));
    }

    @Override
    public Named name(RandomGenerator random) {
        return KoreanNames.next(random);
    }

    @Override
    public List<Concurrent> concurrent() {
        return List.of(
                new Concurrent("생산본부", "설비팀", "본부장"),
                new Concurrent("연구소", "대표이사실", "연구소장"),
                new Concurrent("인사팀", "총무팀", "팀장"),
                new Concurrent("품질관리팀", "고객지원팀", "팀장"),
                new Concurrent("해외영업팀", "마케팅팀", "팀장"),
                new Concurrent("정보전략팀", "감사실", "팀장"));
    }

    @Override
    public List<DemoBucket> buckets() {
        return HanbitFiles.all();
    }

    @Override
    public String ownersUnit() {
        return "정보전략팀";
    }

    @Override
    public String membersUnit() {
        return "해외영업팀";
    }
}
