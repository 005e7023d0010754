package io.dure.bench.objects;

import io.dure.bench.Benchmark;
import io.dure.bench.Figure;
import io.dure.bench.Run;
import io.dure.bench.RunningServer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Storage over S3. Reading is measured beside nginx, writing durably beside one writer that fsyncs
/// file after file; client and servers share the same cores in every row. Bodies are encrypted
/// where nothing else is said.
public final class ObjectsBenchmark implements Benchmark {
    private static final int SMALL_BYTES = 4 * 1024;
    private static final int LARGE_BYTES = 64 * 1024 * 1024;
    private static final double PUT_OF_RGW = 10;

    /// What is done once in minutes and hours is to be seen in ten minutes.
    private static final Map<String, String> BUSY_CARE =
            Map.of("DURE_S3_COMPACT_EVERY", "PT10S", "DURE_S3_SCRUB_EVERY", "PT10S");

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public List<Figure> measure(Run run) throws Exception {
        var files = Files.createDirectories(run.folder().resolve("files"));
        var small = random(SMALL_BYTES);
        var large = random(LARGE_BYTES);
        SmallBodies.serve(files, small);
        LargeBodies.serve(files, large);
        var data = run.folder().resolve("data");
        var pace = Pace.of(run);
        try (var server = RunningServer.start(run.launcher(), data, BUSY_CARE);
                var nginx = Nginx.start(run.folder(), files)) {
            var clear = Bucket.rent(server, data, "clear");
            var bench = clear.beside("bench").encrypted();
            var smallFigures =
                    new SmallBodies(pace, bench, nginx.address(), run.folder(), small).figures();
            var rgwFigures = besideRgw(run, pace, small, smallFigures.getFirst());
            var largeFigures =
                    new LargeBodies(pace, bench, clear, nginx.address(), run.folder(), large)
                            .figures();
            var mixedFigures =
                    new MixedLoad(run.quick(), server, clear.beside("mixed").encrypted(), small)
                            .figures();
            var listFigures =
                    new Listing(run.quick(), clear.beside("million").encrypted()).figures();
            return Stream.of(smallFigures, rgwFigures, largeFigures, mixedFigures, listFigures)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /// @param ours small bodies put by so many clients
    private static List<Figure> besideRgw(Run run, Pace pace, byte[] body, Figure ours)
            throws Exception {
        try (var rgw = Rgw.start(run)) {
            return rgw.bucket().isEmpty()
                    ? List.of()
                    : List.of(
                            Figure.of(ours.name() + ", beside Ceph", ours.value(), ours.unit())
                                    .against(
                                            "Ceph RGW",
                                            SmallBodies.put(
                                                            pace,
                                                            rgw.bucket().get(),
                                                            body,
                                                            SmallBodies.FEW)
                                                    .perSecond())
                                    .atLeast(PUT_OF_RGW));
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
