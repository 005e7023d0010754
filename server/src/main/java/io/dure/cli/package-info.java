/// The operator's commands (`./dure tenant …`, `./dure demo …`): a client of the console's API that
/// proves itself by the token in the data folder. Uses nothing of the server but its JSON library.
@NullMarked
package io.dure.cli;

import org.jspecify.annotations.NullMarked;
