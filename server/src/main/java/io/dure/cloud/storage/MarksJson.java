package io.dure.cloud.storage;

import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Marks.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What may change of an object, and how it is encrypted, as the schema's functions take it and its
/// columns keep it.
final class MarksJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MANAGED = "AES256";
    private static final String CUSTOMER = "C:";

    private MarksJson() {}

    /// @return null if there are none
    static @Nullable String write(Marks marks) {
        if (marks.equals(Marks.NONE)) {
            return null;
        }
        var fields = new LinkedHashMap<String, Object>();
        if (!marks.tags().isEmpty()) {
            fields.put("tags", tags(marks.tags()));
        }
        marks.retention()
                .ifPresent(retention -> {
                    fields.put("mode", retention.mode().name());
                    fields.put("until", retention.until().toString());
                });
        marks.legalHold().ifPresent(hold -> fields.put("hold", hold == LegalHold.ON));
        marks.acl().ifPresent(acl -> fields.put("acl", acl));
        return JSON.writeValueAsString(fields);
    }

    /// Pairs, for tags have an order.
    private static List<String[]> tags(ObjectTags tags) {
        var pairs = new ArrayList<String[]>();
        tags.tags().forEach(tag -> pairs.add(new String[] {tag.key(), tag.value()}));
        return pairs;
    }

    /// What a change is called in the schema.
    static String name(Change change) {
        return switch (change) {
            case Change.Tags _ -> "TAGS";
            case Change.Acl _ -> "ACL";
            case Change.Hold _ -> "HOLD";
            case Change.Retain _ -> "RETENTION";
        };
    }

    /// @return null for what takes something away
    static @Nullable String value(Change change) {
        return switch (change) {
            case Change.Tags(var tags) ->
                    tags.isEmpty() ? null : JSON.writeValueAsString(tags(tags));
            case Change.Acl _, Change.Hold _, Change.Retain _ -> write(Marks.NONE.with(change));
        };
    }

    /// @param first the column of the tags; mode, date, hold and list of rights follow
    static Marks read(ResultSet row, int first) throws SQLException {
        var tags = row.getString(first);
        var mode = row.getString(first + 1);
        var hold = row.getObject(first + 3, Boolean.class);
        var acl = row.getString(first + 4);
        return tags == null && mode == null && hold == null && acl == null
                ? Marks.NONE
                : new Marks(
                        tagsOf(tags),
                        retention(mode, row, first + 2),
                        Optional.ofNullable(hold).map(LegalHold::of),
                        Optional.ofNullable(acl));
    }

    /// @param json as a column keeps it
    static ObjectTags tagsOf(@Nullable String json) {
        return json == null ? ObjectTags.NONE : tags(json);
    }

    private static ObjectTags tags(String json) {
        var tags = new ArrayList<Tag>();
        for (var pair : JSON.readValue(json, String[][].class)) {
            tags.add(new Tag(pair[0], pair[1]));
        }
        return new ObjectTags(tags);
    }

    private static Optional<Retention> retention(@Nullable String mode, ResultSet row, int until)
            throws SQLException {
        return mode == null
                ? Optional.empty()
                : Optional.of(
                        new Retention(
                                RetentionMode.valueOf(mode),
                                row.getObject(until, OffsetDateTime.class).toInstant()));
    }

    static @Nullable String encryption(Encryption encryption) {
        return switch (encryption) {
            case Encryption.None() -> null;
            case Encryption.Managed() -> MANAGED;
            case Encryption.Customer(var md5) -> CUSTOMER + md5;
        };
    }

    static Encryption encryption(@Nullable String column) {
        if (column == null) {
            return Encryption.NONE;
        }
        return column.startsWith(CUSTOMER)
                ? new Encryption.Customer(column.substring(CUSTOMER.length()))
                : Encryption.MANAGED;
    }

    /// The same as JSON in one text, for an unfinished upload.
    static Marks read(@Nullable String json) {
        if (json == null) {
            return Marks.NONE;
        }
        var fields = JSON.readTree(json);
        var tags = fields.path("tags");
        return new Marks(
                tags.isMissingNode() ? ObjectTags.NONE : tags(tags.toString()),
                fields.has("mode")
                        ? Optional.of(
                                new Retention(
                                        RetentionMode.valueOf(fields.path("mode").asString()),
                                        Instant.parse(fields.path("until").asString())))
                        : Optional.empty(),
                fields.has("hold")
                        ? Optional.of(LegalHold.of(fields.path("hold").asBoolean()))
                        : Optional.empty(),
                fields.has("acl") ? Optional.of(fields.path("acl").asString()) : Optional.empty());
    }
}
