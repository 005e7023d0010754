/// The whole product as people meet it: started by the launcher, used through a browser and through
/// stock clients.
@NullMarked
package io.dure.e2e;

import org.jspecify.annotations.NullMarked;
