package io.dure.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTests {
    private static final Figure MET =
            Figure.of("GET", 1_500, "MB/s").against("nginx", 2_000).atLeast(0.6);
    private static final Figure MISSED =
            Figure.of("PUT", 100, "per s").against("fsync", 1_000).atLeast(0.7);

    @Test
    void aBarIsOnTheRatioWhereThereIsAPeer() {
        assertThat(MET.met()).contains(true);
        assertThat(MISSED.met()).contains(false);
    }

    @Test
    void aBarIsOnTheValueWhereThereIsNoPeer() {
        assertThat(Figure.of("idle", 650, "MB").atMost(700).met()).contains(true);
        assertThat(Figure.of("idle", 701, "MB").atMost(700).met()).contains(false);
    }

    @Test
    void whatWasNotMeasuredMeetsNoBar() {
        assertThat(Figure.of("GET", Double.NaN, "MB/s").atLeast(0).met()).contains(false);
        assertThat(Figure.of("idle", 1, "MB").against("peer", Double.NaN).atMost(2).met())
                .contains(false);
    }

    @Test
    void oneMissedBarMissesTheReport() {
        assertThat(new Report("objects", true, List.of(MET)).met()).isTrue();
        assertThat(new Report("objects", true, List.of(MET, MISSED)).met()).isFalse();
    }

    @Test
    void theTableNamesPeerRatioAndBar() {
        assertThat(new Report("objects", true, List.of(MET)).table())
                .contains("1,500", "nginx", "2,000", "0.75", ">= 0.60", "met");
    }

    @Test
    void theJsonHoldsTheSame() {
        assertThat(new Report("objects", true, List.of(MISSED)).json())
                .contains("\"figure\" : \"PUT\"", "\"ratio\" : 0.1", "\"met\" : false");
    }
}
