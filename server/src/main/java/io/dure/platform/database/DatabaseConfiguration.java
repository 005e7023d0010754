package io.dure.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    /// How long a request waits for a connection: commits take seconds while a disk is written to
    /// at full speed, and clients wait a minute.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Database database(DataFolder folder, DatabaseSettings settings) {
        return Database.open(folder, settings);
    }

    @Bean
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("dure");
        pool.setJdbcUrl(database.url());
        pool.setUsername(Database.APPLICATION);
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setConnectionInitSql("set synchronous_commit = on");
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource dataSource, DatabaseSettings settings) {
        return new ScopedTransactions(dataSource, new Shares(settings.connections(), PATIENCE));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
