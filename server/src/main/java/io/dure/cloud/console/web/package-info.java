/// The HTTP side of the console.
@NullMarked
package io.dure.cloud.console.web;

import org.jspecify.annotations.NullMarked;
