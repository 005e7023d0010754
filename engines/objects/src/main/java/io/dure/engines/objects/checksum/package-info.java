/// The checksums of S3 as values and as running sums: CRC32, CRC32C, CRC64NVME, SHA-1, SHA-256.
/// Pure: bytes in, values out.
@NullMarked
package io.dure.engines.objects.checksum;

import org.jspecify.annotations.NullMarked;
