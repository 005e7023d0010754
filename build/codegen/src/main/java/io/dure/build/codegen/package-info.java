/// A step of the build: from SQL migrations to typed SQL in Java.
@NullMarked
package io.dure.build.codegen;

import org.jspecify.annotations.NullMarked;
