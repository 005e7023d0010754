/**
 * The S3 protocol and a durable store of object bodies on local disk. Knows opaque namespaces, not
 * organisations, and states an interface for its metadata which the embedding product implements.
 */
@NullMarked
package io.dure.engines.objects;

import org.jspecify.annotations.NullMarked;
