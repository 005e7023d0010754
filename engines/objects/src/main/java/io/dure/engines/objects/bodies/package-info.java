/// Bodies of objects on local disk: durable before they are acknowledged, verified before any byte
/// of a block is sent (docs/decisions/0004-storage-layout.md).
@NullMarked
package io.dure.engines.objects.bodies;

import org.jspecify.annotations.NullMarked;
