package io.dure;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {
    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(DureApplication.class).verify();
    }
}
