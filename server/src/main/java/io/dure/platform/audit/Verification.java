package io.dure.platform.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dure.platform.audit.Finding.Kind;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks the chains against the rows and against the signed heads. What was written less than a
/// sealer's interval ago and removed before it was sealed leaves no trace; everything older does.
@Service
public class Verification {
    private static final int BATCH = 1_000;

    private final Sealer sealer;
    private final SealRepository repository;
    private final Heads heads;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    Verification(
            Sealer sealer,
            SealRepository repository,
            Heads heads,
            Organisations organisations,
            TransactionTemplate transaction) {
        this.sealer = sealer;
        this.repository = repository;
        this.heads = heads;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    /// @param entries how many sealed entries were read
    /// @param findings the first wrong thing of each organisation that has any
    public record Report(int organisations, long entries, List<Finding> findings) {}

    /// Checks every organisation's trail; for the operator.
    public Report all(Caller caller) {
        caller.require(Audit.READ);
        if (!caller.tenant().equals(TenantId.OPERATOR)) {
            throw new ForbiddenException(Audit.READ);
        }
        sealer.seal();
        return sealer.alone(() -> check(tenants()));
    }

    /// All that have a trail, or once had one and still exist: an organisation removed for good
    /// takes its trail along.
    private List<TenantId> tenants() {
        var had =
                heads.reach().keySet().stream()
                        .filter(tenant -> organisations.byId(tenant).isPresent());
        return Stream.concat(inTransaction(repository::tenants).stream(), had).distinct().toList();
    }

    Report check(List<TenantId> tenants) {
        var lines = heads.read();
        var signed = genuine(lines);
        var findings = new ArrayList<Finding>();
        if (lines.stream().anyMatch(Heads.Line.Forged.class::isInstance)) {
            findings.add(new Finding(TenantId.OPERATOR, Kind.HEADS_BROKEN, 0, Optional.empty()));
        }
        var entries = 0L;
        for (var tenant : tenants) {
            var walk = new Walk(tenant, signed.getOrDefault(tenant, Map.of()));
            inTransaction(() -> walk.run(repository));
            entries += walk.read();
            walk.finding().ifPresent(findings::add);
        }
        return new Report(tenants.size(), entries, findings);
    }

    private static Map<TenantId, Map<Long, Hash>> genuine(List<Heads.Line> lines) {
        return lines.stream()
                .filter(Heads.Line.Genuine.class::isInstance)
                .map(line -> ((Heads.Line.Genuine) line).head())
                .collect(
                        groupingBy(
                                Head::tenant,
                                toMap(Head::number, Head::hash, (first, _) -> first)));
    }

    private <T> T inTransaction(ScopedValue.CallableOp<T, RuntimeException> code) {
        return Objects.requireNonNull(transaction.<T>execute(_ -> code.call()));
    }

    /// One pass over one chain, up to the first thing that is wrong.
    private static final class Walk {
        private final TenantId tenant;
        private final Map<Long, Hash> signed;
        private Hash hash = Hash.START;
        private long number;
        private Optional<Finding> finding = Optional.empty();

        Walk(TenantId tenant, Map<Long, Hash> signed) {
            this.tenant = tenant;
            this.signed = signed;
        }

        boolean run(SealRepository repository) {
            while (finding.isEmpty()) {
                var seals = repository.after(tenant, number, BATCH);
                if (seals.isEmpty()) {
                    finding = atTheEnd().or(() -> loose(repository));
                    break;
                }
                seals.forEach(this::step);
            }
            return true;
        }

        private void step(SealRepository.Sealed seal) {
            if (finding.isPresent()) {
                return;
            }
            number++;
            finding = judge(seal);
            hash = seal.hash();
        }

        private Optional<Finding> judge(SealRepository.Sealed seal) {
            if (seal.number() != number || seal.entry().isEmpty()) {
                return found(Kind.MISSING, Optional.of(seal).filter(this::isNext));
            }
            var expected = Chain.hash(hash, tenant, number, seal.entry().get());
            if (!expected.equals(seal.hash())) {
                return found(Kind.ALTERED, Optional.of(seal));
            }
            var head = signed.get(number);
            return head == null || head.equals(seal.hash())
                    ? Optional.empty()
                    : found(Kind.REWRITTEN, Optional.of(seal));
        }

        private boolean isNext(SealRepository.Sealed seal) {
            return seal.number() == number;
        }

        private Optional<Finding> found(Kind kind, Optional<SealRepository.Sealed> seal) {
            return Optional.of(
                    new Finding(tenant, kind, number, seal.map(SealRepository.Sealed::id)));
        }

        private Optional<Finding> atTheEnd() {
            var reach = signed.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            if (reach > number) {
                return Optional.of(new Finding(tenant, Kind.CUT, number + 1, Optional.empty()));
            }
            return reach < number
                    ? Optional.of(
                            new Finding(tenant, Kind.HEADS_BROKEN, reach + 1, Optional.empty()))
                    : Optional.empty();
        }

        private Optional<Finding> loose(SealRepository repository) {
            return repository
                    .loose(tenant)
                    .map(entry -> new Finding(tenant, Kind.UNSEALED, 0, Optional.of(entry)));
        }

        long read() {
            return number;
        }

        Optional<Finding> finding() {
            return finding;
        }
    }
}
