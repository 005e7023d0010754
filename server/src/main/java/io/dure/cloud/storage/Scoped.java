package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs code in a transaction of the organisation that a namespace stands for.
@Component
class Scoped {
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Scoped(PlatformTransactionManager transactions) {
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    <T> T write(Namespace namespace, Supplier<T> code) {
        return call(writing, namespace, code);
    }

    <T> T read(Namespace namespace, Supplier<T> code) {
        return call(reading, namespace, code);
    }

    private static <T> T call(
            TransactionTemplate transaction, Namespace namespace, Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(
                new TenantId(namespace.id()), () -> Asking.in(transaction, code));
    }
}
