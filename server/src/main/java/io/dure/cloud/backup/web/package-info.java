@NullMarked
package io.dure.cloud.backup.web;

import org.jspecify.annotations.NullMarked;
