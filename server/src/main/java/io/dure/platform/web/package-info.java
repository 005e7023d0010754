/// The web application's files, served from the jar: its page at every address that is a page, its
/// assets with the hash of their content in their names. Owns nothing; sets the headers that keep
/// pages safe.
@ApplicationModule(id = "web", displayName = "Web", allowedDependencies = "problem")
@NullMarked
package io.dure.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
