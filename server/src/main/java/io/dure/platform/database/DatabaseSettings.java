package io.dure.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the relational data is kept.
///
/// @param url `jdbc:postgresql://HOST/DATABASE` of an external PostgreSQL >= 18; none: the embedded
///   one
/// @param password of the role `dure_app` on an external PostgreSQL
/// @param ownerPassword of the role `dure_owner` on an external PostgreSQL
/// @param connections most connections that serve requests, default 24: twice what 2 cores keep
///   busy when every commit waits for a disk, and far below PostgreSQL's 100; an organisation has
///   three quarters of them at most, see [Shares]
@ConfigurationProperties("dure.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("") String password,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("24") int connections) {}
