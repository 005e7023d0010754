/// PostgreSQL as a child process: extracted, initialised, started durable, watched, backed up while
/// it serves. Exists so that a program can keep its data in PostgreSQL with nothing installed.
@NullMarked
package io.dure.engines.postgres;

import org.jspecify.annotations.NullMarked;
