@NullMarked
package io.dure.platform.database;

import org.jspecify.annotations.NullMarked;
