/// Roles, grants and capabilities over HTTP.
@NullMarked
package io.dure.platform.authority.web;

import org.jspecify.annotations.NullMarked;
