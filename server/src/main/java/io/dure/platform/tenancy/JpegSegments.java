package io.dure.platform.tenancy;

/// The outer structure of JPEG: markers, most with a length and content behind them, scans with
/// entropy-coded data, and EOI at the end. ITU-T T.81 Annex B.
final class JpegSegments {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int TEM = 0x01;
    private static final int FIRST_RST = 0xd0;
    private static final int LAST_RST = 0xd7;

    /// Each scan of a progressive picture is a walk over all its pixels, and a scan can have few
    /// bytes. Encoders make about ten.
    private static final int MOST_SCANS = 64;

    private final byte[] jpeg;
    private int at = 2;
    private int scans;

    private JpegSegments(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    static boolean areWhole(byte[] jpeg) {
        return new JpegSegments(jpeg).reachTheEnd();
    }

    private boolean reachTheEnd() {
        for (var marker = marker(); marker >= 0; marker = marker()) {
            if (marker == EOI) {
                return at == jpeg.length && scans > 0;
            }
            if (marker == SOI || !skip(marker)) {
                return false;
            }
        }
        return false;
    }

    /// @return the next marker's code; -1 if there is none here
    private int marker() {
        if (at >= jpeg.length || octet(at) != 0xff) {
            return -1;
        }
        while (at < jpeg.length && octet(at) == 0xff) {
            at++;
        }
        return at < jpeg.length ? octet(at++) : -1;
    }

    private boolean skip(int marker) {
        if (marker == TEM || isRestart(marker)) {
            return true;
        }
        if (jpeg.length - at < 2) {
            return false;
        }
        var length = octet(at) << 8 | octet(at + 1);
        if (length < 2 || length > jpeg.length - at) {
            return false;
        }
        at += length;
        return marker != SOS || skipScan();
    }

    /// In the data of a scan 0xff is followed by zero, or by a restart marker.
    private boolean skipScan() {
        while (at + 1 < jpeg.length
                && (octet(at) != 0xff || octet(at + 1) == 0 || isRestart(octet(at + 1)))) {
            at++;
        }
        return ++scans <= MOST_SCANS;
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RST && marker <= LAST_RST;
    }

    private int octet(int index) {
        return jpeg[index] & 0xff;
    }
}
