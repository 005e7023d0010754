package io.dure;

import io.dure.cloud.storage.S3Port;
import io.dure.platform.database.DataFolder;
import io.dure.platform.identity.FirstOperator;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the terminal says once the server serves: its addresses, and at the first start the link
/// for the operator. The address is also left in the data folder, for the operator's commands.
@Component
class Greeting {
    private final FirstOperator firstOperator;
    private final DataFolder folder;
    private final S3Port s3;
    private final Environment environment;

    Greeting(FirstOperator firstOperator, DataFolder folder, S3Port s3, Environment environment) {
        this.firstOperator = firstOperator;
        this.folder = folder;
        this.s3 = s3;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        var address =
                scheme()
                        + "://"
                        + host()
                        + ":"
                        + environment.getRequiredProperty("local.server.port");
        folder.write("address", address);
        System.out.println("Dure is ready: " + address);
        System.out.println("S3 clients connect to " + s3.endpoint());
        TenantScope.call(TenantId.OPERATOR, firstOperator::link)
                .ifPresent(secret ->
                        System.out.println(
                                "Open this once to become its operator: "
                                        + address
                                        + "/start?token="
                                        + secret.text()));
    }

    private String scheme() {
        return environment.containsProperty("server.ssl.bundle") ? "https" : "http";
    }

    private String host() {
        var listen = environment.getProperty("server.address", "127.0.0.1");
        return listen.equals("0.0.0.0") || listen.equals("127.0.0.1") ? "localhost" : listen;
    }
}
