/// Tells of what happens to objects, in the transaction in which it happens, whoever the embedding
/// product names. Which webhooks hear of what is the package `configuration.notification`.
@NullMarked
package io.dure.engines.objects.events;

import org.jspecify.annotations.NullMarked;
