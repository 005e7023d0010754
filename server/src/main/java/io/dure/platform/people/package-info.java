/// The people of an organisation and how they are ordered: departments, posts, ranks, titles,
/// groups, guests, and the dated changes of them. Owns the schema `people`. Knows nothing of
/// passwords or permissions.
///
/// Authority is asked on the day a dated change is entered, of the posts of that day, and not again
/// on the day it takes effect: an order that was lawful when given stands, though whoever gave it
/// has moved on. Whoever manages the people concerned can take it back until then. The audit trail
/// has both acts, the second under the server's name with who entered the change, and when. While
/// an organisation is shut its changes wait; once it is open again they are applied in their order.
///
/// Whoever moves a department below another hands its people to those whose role is narrowed to
/// that one or to one above, and so must hold at least as much.
@ApplicationModule(
        id = "people",
        displayName = "People",
        allowedDependencies = {"problem", "tenancy", "audit"})
@NullMarked
package io.dure.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
