/// The HTTP side of storage for the organisation's pages; S3 has a port of its own.
@NullMarked
package io.dure.cloud.storage.web;

import org.jspecify.annotations.NullMarked;
