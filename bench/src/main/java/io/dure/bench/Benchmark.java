package io.dure.bench;

import java.util.List;

/// Something that `./dure bench` can measure.
public interface Benchmark {
    /// @return what `./dure bench NAME` calls it
    String name();

    /// @param run how long and against what to measure
    /// @throws Exception if it cannot be measured, which counts as missed
    List<Figure> measure(Run run) throws Exception;
}
