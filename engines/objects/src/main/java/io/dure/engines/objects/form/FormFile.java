package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.IOException;
import java.io.InputStream;

/// The file of a form, which ends where its part does.
final class FormFile extends InputStream {
    private final Parts parts;
    private final SizeRange sizes;
    private long size;

    FormFile(Parts parts, SizeRange sizes) {
        this.parts = parts;
        this.sizes = sizes;
    }

    @Override
    public int read() throws IOException {
        var octet = parts.read();
        count(octet < 0 ? -1 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return count(parts.read(into, offset, length));
    }

    private int count(int count) {
        if (count < 0) {
            if (size < sizes.least()) {
                throw new S3Exception(S3Error.ENTITY_TOO_SMALL);
            }
            return count;
        }
        size += count;
        if (size > sizes.most()) {
            throw new S3Exception(S3Error.ENTITY_TOO_LARGE);
        }
        return count;
    }
}
