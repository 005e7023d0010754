package io.dure.cloud.storage;

import java.util.List;

/// Keys ended, or will at another time: what is remembered of them is old once this is committed.
record AccessKeysChanged(List<String> ids) {
    AccessKeysChanged {
        ids = List.copyOf(ids);
    }
}
