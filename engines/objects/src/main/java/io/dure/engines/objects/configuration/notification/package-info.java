/// Which webhooks are told of what happens to a bucket's objects, and in which words. Pure.
@NullMarked
package io.dure.engines.objects.configuration.notification;

import org.jspecify.annotations.NullMarked;
