/// The people of an organisation and how they are ordered: departments, posts, ranks, titles,
/// groups, guests, and the dated changes of them. Owns the schema `people`. Knows nothing of
/// passwords or permissions.
@ApplicationModule(
        id = "people",
        displayName = "People",
        allowedDependencies = {"problem", "tenancy", "audit"})
@NullMarked
package io.dure.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
