/// Forms that upload a file from a browser, and the policies that let them: a body of
/// multipart/form-data is cut as it comes, and its file is never held. Pure: bytes in, values out.
@NullMarked
package io.dure.engines.objects.form;

import org.jspecify.annotations.NullMarked;
