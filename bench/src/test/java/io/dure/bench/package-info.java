@NullMarked
package io.dure.bench;

import org.jspecify.annotations.NullMarked;
