/// Organisations, and who is calling. Owns the organisations that the operator signed up, their
/// plans and states; the words that every module needs to say whose data it means (TenantId,
/// Caller, Authority); and the two scopes that tell the database what to show.
@ApplicationModule(id = "tenancy", displayName = "Tenancy", allowedDependencies = "problem")
@NullMarked
package io.dure.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
