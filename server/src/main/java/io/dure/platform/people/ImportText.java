package io.dure.platform.people;

import io.dure.platform.problem.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/// Reads the bytes of a file as text: UTF-8, with or without a byte order mark, or else the code
/// page in which Korean Excel saves CSV (CP949, which contains EUC-KR). Valid UTF-8 with Korean in
/// it is never valid by chance, so it is tried first. Letters are composed (Unicode form NFC), as
/// everything that people are matched by is kept.
final class ImportText {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("x-windows-949"));

    private ImportText() {}

    /// @throws InvalidInputException if it is neither
    static String of(byte[] bytes) {
        for (var charset : CHARSETS) {
            try {
                var text =
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
                return Normalizer.normalize(
                        text.startsWith("\uFEFF") ? text.substring(1) : text, Normalizer.Form.NFC);
            } catch (CharacterCodingException e) {
                // The next one, then.
            }
        }
        throw new InvalidInputException(
                "file", "unknown-encoding", "The file is neither UTF-8 nor CP949.");
    }
}
