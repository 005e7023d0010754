package io.dure.cloud.demo.web;

import io.dure.cloud.demo.DemoOperator;
import io.dure.cloud.demo.Farewell;
import io.dure.platform.tenancy.Caller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RestController;

/// Ends what `--demo` made in the console itself; its organisations are removed like any other.
@RestController
class DemoController {
    private final DemoOperator operator;

    DemoController(DemoOperator operator) {
        this.operator = operator;
    }

    record DemoFarewell(Farewell operator) {}

    /// Deactivates the demonstration's operator, unless nobody else owns the console.
    @DeleteMapping("/api/console/demo/operator")
    DemoFarewell sendOperatorAway(Caller caller) {
        return new DemoFarewell(operator.sendAway(caller));
    }
}
