/// The keys under which bodies are encrypted: a master key wraps namespaces' keys, and those give
/// each body keys of its own (docs/storage/volume-store.md, "Keys").
@NullMarked
package io.dure.engines.objects.keys;

import org.jspecify.annotations.NullMarked;
