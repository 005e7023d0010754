/// The people of an organisation and how they are ordered: departments, posts, ranks, titles,
/// groups, guests, and the dated changes of them. Owns the schema `people`. Knows nothing of
/// passwords or permissions.
///
/// Authority is asked on the day a dated change is entered, and again on the day it takes effect,
/// of the posts, the tree and the roles of each day: a change is applied with the authority that
/// its author has then. Where that no longer suffices, as of somebody who left, it is not applied,
/// and says so; somebody who may can enter it again. Otherwise an order given in time could hand
/// out a role that its author never held. Whoever manages the people concerned can take it back
/// until then. The audit trail has both acts, the second under the server's name with who entered
/// the change, and when. While an organisation is shut its changes wait; once it is open again they
/// are applied in their order.
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
