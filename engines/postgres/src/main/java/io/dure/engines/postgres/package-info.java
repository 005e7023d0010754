/**
 * PostgreSQL as a child process: extracted, initialised, started durable, watched, backed up while
 * it serves.
 */
@NullMarked
package io.dure.engines.postgres;

import org.jspecify.annotations.NullMarked;
