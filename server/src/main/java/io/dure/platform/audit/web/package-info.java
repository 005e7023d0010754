/// The trail over HTTP.
@NullMarked
package io.dure.platform.audit.web;

import org.jspecify.annotations.NullMarked;
