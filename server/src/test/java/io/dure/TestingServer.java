package io.dure;

import io.dure.platform.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// The whole server on a PostgreSQL of its own, in a folder that lasts as long as the tests that
/// share it.
@TestConfiguration(proxyBeanMethods = false)
public class TestingServer {
    @Bean
    DataFolder dataFolder() throws IOException {
        Path builds = Files.createDirectories(Path.of("target", "data"));
        return DataFolder.open(Files.createTempDirectory(builds, "server"));
    }
}
