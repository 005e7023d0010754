/// The server: where the process starts and the modules meet.
@NullMarked
package io.dure;

import org.jspecify.annotations.NullMarked;
