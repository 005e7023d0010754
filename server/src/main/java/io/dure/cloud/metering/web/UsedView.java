package io.dure.cloud.metering.web;

import io.dure.cloud.metering.Used;

/// @param writes requests that store, copy, change or list
/// @param reads requests that read
/// @param deletes requests that delete, which are free
/// @param byteHours bytes stored, times the hours for which they were
record UsedView(
        long writes, long reads, long deletes, long bytesIn, long bytesOut, long byteHours) {
    static UsedView of(Used used) {
        var amounts = used.amounts();
        return new UsedView(
                amounts.writes(),
                amounts.reads(),
                amounts.deletes(),
                amounts.bytesIn(),
                amounts.bytesOut(),
                used.byteHours());
    }
}
