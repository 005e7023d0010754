@NullMarked
package io.dure.cloud.console;

import org.jspecify.annotations.NullMarked;
