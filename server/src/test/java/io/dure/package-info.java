@NullMarked
package io.dure;

import org.jspecify.annotations.NullMarked;
