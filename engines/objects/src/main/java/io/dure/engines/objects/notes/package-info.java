/// Writes into the store what no object's bytes say of themselves, so that all metadata can be made
/// anew from it: how buckets are configured, which parts make an object, what is deleted, and what
/// became of tags and locks (docs/storage/volume-store.md, "Notes").
@NullMarked
package io.dure.engines.objects.notes;

import org.jspecify.annotations.NullMarked;
