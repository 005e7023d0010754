package io.dure.cloud.console;

import io.dure.platform.tenancy.Figure;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What organisations use: now, and day by day. Sampled often, so that a server that is up only by
/// day has its days too; the last sample of a day counts.
@Service
class Figures {
    static final Duration KEPT = Duration.ofDays(90);

    private final List<Figure> figures;
    private final SampleRepository samples;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Figures(
            Collection<Figure> figures,
            SampleRepository samples,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.figures = List.copyOf(figures);
        this.samples = samples;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// The amounts of every organisation, by the figure's name.
    Map<String, Map<TenantId, Long>> now() {
        return SystemScope.call(
                "the operator's figures",
                () -> figures.stream().collect(Collectors.toMap(Figure::name, Figures::customers)));
    }

    List<Growth> growth() {
        var kept =
                SystemScope.<List<Growth>, RuntimeException>call(
                        "the operator's chart", () -> transaction.execute(_ -> samples.growth()));
        return Objects.requireNonNull(kept);
    }

    @Scheduled(fixedDelay = 30, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sample() {
        var amounts = now();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SystemScope.run(
                "daily samples",
                () ->
                        transaction.executeWithoutResult(_ -> {
                            amounts.forEach((name, each) -> samples.keep(today, name, each));
                            samples.forgetBefore(today.minusDays(KEPT.toDays()));
                        }));
    }

    private static Map<TenantId, Long> customers(Figure figure) {
        return figure.count().entrySet().stream()
                .filter(amount -> !amount.getKey().equals(TenantId.OPERATOR))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
