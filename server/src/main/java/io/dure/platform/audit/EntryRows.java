package io.dure.platform.audit;

import static io.dure.platform.audit.db.Tables.ENTRY;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Between an entry and its row.
@Component
class EntryRows {
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    EntryRows(JsonMapper json) {
        this.json = json;
    }

    JSONB json(Map<String, String> detail) {
        return JSONB.valueOf(json.writeValueAsString(detail));
    }

    Entry read(Record row) {
        return new Entry(
                row.get(ENTRY.ENTRY_ID),
                row.get(ENTRY.AT),
                new Actor(
                        Actor.Kind.valueOf(row.get(ENTRY.ACTOR_KIND)),
                        Optional.ofNullable(row.get(ENTRY.ACTOR_PERSON_ID)),
                        row.get(ENTRY.ADDRESS)),
                row.get(ENTRY.ACTION),
                row.get(ENTRY.SUBJECT),
                json.readValue(row.get(ENTRY.DETAIL).data(), TEXTS));
    }
}
