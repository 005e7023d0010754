package io.dure.cloud.demo;

import java.util.List;

/// What 한빛정밀 keeps.
final class HanbitFiles {
    private HanbitFiles() {}

    static List<DemoBucket> all() {
        return List.of(quality(), sales(), office());
    }

    private static DemoBucket quality() {
        return new DemoBucket(
                "quality",
                List.of(
                        DemoFile.csv(
                                "검사성적서/2026-03/샤프트 A-1042.csv",
                                """
                                항목,기준,측정값,판정
                                외경(mm),12.000±0.010,12.003,합격
                                진원도(mm),0.005 이하,0.003,합격
                                표면거칠기(Ra),0.8 이하,0.62,합격
                                경도(HRC),58~62,60,합격
                                """),
                        DemoFile.csv(
                                "검사성적서/2026-03/하우징 B-2210.csv",
                                """
                                항목,기준,측정값,판정
                                내경(mm),35.000±0.015,35.018,불합격
                                평면도(mm),0.020 이하,0.012,합격
                                """),
                        DemoFile.chart("불량률/2026년 1분기.png", 38, 31, 24),
                        DemoFile.text(
                                "절차서/수입검사 절차.txt",
                                """
                                수입검사 절차 (QP-08, 개정 5)

                                1. 입고된 자재의 발주 번호와 수량을 확인한다.
                                2. 검사 기준서에 따라 시료를 뽑는다.
                                3. 측정값을 성적서에 적고 판정한다.
                                4. 불합격이면 자재를 격리하고 구매자재팀에 알린다.
                                """)));
    }

    private static DemoBucket sales() {
        return new DemoBucket(
                "sales",
                List.of(
                        DemoFile.csv(
                                "견적/2026/Nordwind GmbH.csv",
                                """
                                품번,품명,수량,단가(EUR),납기
                                A-1042,Shaft 12 mm,5000,3.40,2026-05-15
                                B-2210,Housing 35 mm,1200,11.80,2026-06-01
                                """),
                        DemoFile.csv(
                                "실적/월별 수주.csv",
                                """
                                월,국내(백만원),해외(백만원)
                                2026-01,1820,2410
                                2026-02,1675,2530
                                2026-03,1990,2785
                                """),
                        DemoFile.chart("실적/월별 수주.png", 76, 75, 86),
                        DemoFile.text(
                                "회의록/2026-03-12 해외영업 주간회의.txt",
                                """
                                참석: 해외영업팀, 마케팅팀

                                - Nordwind 견적은 15일까지 회신한다.
                                - 하노버 전시회 부스 도면을 다음 주에 확정한다.
                                """)));
    }

    private static DemoBucket office() {
        return new DemoBucket(
                "general-affairs",
                List.of(
                        DemoFile.text(
                                "공지/사내 식당 운영 안내.txt",
                                "4월부터 점심시간을 11시 30분부터 13시까지 두 조로 나누어 운영합니다.\n"),
                        DemoFile.csv(
                                "비품/회의실 비품 목록.csv",
                                "회의실,빔프로젝터,화이트보드,좌석\n대회의실,2,2,40\n소회의실 1,1,1,8\n소회의실 2,0,1,6\n")));
    }
}
