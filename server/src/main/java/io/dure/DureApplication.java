package io.dure;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The whole server. Its modules are the annotated packages `io.dure.<suite>.<module>`.
@SpringBootApplication
@Modulithic(
        systemName = "Dure",
        sharedModules = {"problem", "tenancy"})
@EnableScheduling
public class DureApplication {}
