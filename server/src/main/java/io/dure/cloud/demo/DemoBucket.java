package io.dure.cloud.demo;

import java.util.List;

/// A bucket of a demonstration, with what lies in it.
record DemoBucket(String name, List<DemoFile> files) {
    DemoBucket {
        files = List.copyOf(files);
    }
}
