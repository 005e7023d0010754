@NullMarked
package io.dure.platform.audit;

import org.jspecify.annotations.NullMarked;
