package io.dure;

import io.dure.platform.database.TestingCollisions;
import io.dure.platform.database.TestingOwner;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A test against the whole server; all tests marked so share one, each in organisations of its
/// own. `./dure check` leaves them to `./dure test`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("server")
@SpringBootTest(
        classes = DureApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "dure.s3.port=0",
            "dure.s3.private-webhooks=true",
            "server.address=127.0.0.1"
        })
@Import({
    TestingServer.class,
    TestingCollisions.class,
    TestingOwner.class,
    TestingOrganisations.class,
    TestingSignUps.class
})
public @interface ServerTest {}
