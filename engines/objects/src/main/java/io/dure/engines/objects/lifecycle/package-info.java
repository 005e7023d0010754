/// Does what buckets' lifecycles say is due. The rules themselves, and when something is due, are
/// the package `configuration.lifecycle`.
@NullMarked
package io.dure.engines.objects.lifecycle;

import org.jspecify.annotations.NullMarked;
