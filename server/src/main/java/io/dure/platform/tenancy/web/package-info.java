/// The HTTP side of an organisation's say over itself.
@NullMarked
package io.dure.platform.tenancy.web;

import org.jspecify.annotations.NullMarked;
