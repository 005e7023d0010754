package io.dure.cloud.storage;

import io.dure.engines.objects.checksum.Checksum;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What storage.put_objects takes of objects, an array each, in its order.
enum PutColumn {
    KEY("text", put -> put.object().key()),
    VERSION("text", put -> put.object().version().id().map(Object::toString).orElse(null)),
    SIZE("bigint", put -> put.object().size()),
    ETAG("text", put -> put.object().etag()),
    MODIFIED("text", put -> put.object().lastModified().toString()),
    HEADERS("text", put -> HeaderJson.write(put.object().attributes().headers())),
    USER_HEADERS("text", put -> HeaderJson.write(put.object().attributes().user())),
    ALGORITHM(
            "text", put -> put.object().checksum().map(sum -> sum.algorithm().name()).orElse(null)),
    TYPE("text", put -> put.object().checksum().map(sum -> sum.type().name()).orElse(null)),
    CHECKSUM("text", put -> put.object().checksum().map(Checksum::value).orElse(null)),
    BODIES("text", put -> BodyArrays.idText(put.object().bodies())),
    SIZES("text", put -> BodyArrays.sizeText(put.object().bodies())),
    CIPHER("text", put -> MarksJson.encryption(put.object().encryption())),
    MARKS("text", put -> MarksJson.write(put.object().marks())),
    CONDITION("text", put -> Condition.text(put.precondition()));

    private final String type;
    private final Value value;

    private interface Value {
        @Nullable Object of(PendingPut put);
    }

    PutColumn(String type, Value value) {
        this.type = type;
        this.value = value;
    }

    Array of(Connection connection, List<PendingPut> puts) throws SQLException {
        return connection.createArrayOf(type, puts.stream().map(value::of).toArray());
    }
}
