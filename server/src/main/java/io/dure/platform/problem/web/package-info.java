/// Problems as HTTP words them: `application/problem+json`, RFC 9457.
@NullMarked
package io.dure.platform.problem.web;

import org.jspecify.annotations.NullMarked;
