package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.RunningChecksum;
import java.util.HexFormat;
import java.util.List;

/// The ETag of an object of several parts: the MD5 of its parts' MD5s, and how many they are.
public final class MultipartEtag {
    private MultipartEtag() {}

    /// @param parts their ETags
    /// @throws IllegalArgumentException if one is no MD5 in hex
    public static String of(List<String> parts) {
        var md5 = RunningChecksum.md5();
        for (var part : parts) {
            var hash = HexFormat.of().parseHex(part);
            md5.update(hash, 0, hash.length);
        }
        return HexFormat.of().formatHex(md5.finish()) + "-" + parts.size();
    }
}
