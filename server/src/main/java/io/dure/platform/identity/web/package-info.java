/// The HTTP side of identity: from a request's path and credentials to its caller.
@NullMarked
package io.dure.platform.identity.web;

import org.jspecify.annotations.NullMarked;
