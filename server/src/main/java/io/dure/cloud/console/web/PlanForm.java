package io.dure.cloud.console.web;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Product;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Reads plans that operators type.
@Component
class PlanForm {
    private final Set<String> offered;

    PlanForm(Collection<Product> products) {
        this.offered = products.stream().map(Product::name).collect(Collectors.toSet());
    }

    Plan clean(Input input, TenantPlan request) {
        var plan =
                new Plan(
                        request.people(),
                        request.storageBytes(),
                        Set.copyOf(request.modules()),
                        !Boolean.FALSE.equals(request.encrypted()));
        plan.check(input, offered);
        return plan;
    }
}
