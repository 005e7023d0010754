/// People, departments, ranks and titles over HTTP.
@NullMarked
package io.dure.platform.people.web;

import org.jspecify.annotations.NullMarked;
