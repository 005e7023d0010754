@NullMarked
package io.dure.engines.postgres;

import org.jspecify.annotations.NullMarked;
