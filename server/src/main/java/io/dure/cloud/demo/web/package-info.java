/// The demonstration's end, over HTTP.
@NullMarked
package io.dure.cloud.demo.web;

import org.jspecify.annotations.NullMarked;
