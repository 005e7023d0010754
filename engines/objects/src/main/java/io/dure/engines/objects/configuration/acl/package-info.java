/// Access control lists: a document of grants, and S3's canned ones. Pure.
@NullMarked
package io.dure.engines.objects.configuration.acl;

import org.jspecify.annotations.NullMarked;
