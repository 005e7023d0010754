package io.dure.build.codegen;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.ForcedType;

/// Columns whose Java type says more than PostgreSQL's.
final class ForcedTypes {
    private ForcedTypes() {}

    static List<ForcedType> all() {
        return Stream.of(
                        new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("timestamptz|timestamp with time zone"),
                        id("tenant_id", "TenantId"),
                        id("(\\w+_)?person_id", "PersonId"),
                        id("(\\w+_)?department_id", "DepartmentId"))
                .toList();
    }

    private static ForcedType id(String column, String type) {
        var name = "io.dure.platform.tenancy." + type;
        return new ForcedType()
                .withUserType(name)
                .withAutoConverter(false)
                .withConverter(
                        "org.jooq.Converter.ofNullable(java.util.UUID.class, %s.class, %s::new, %s::value)"
                                .formatted(name, name, name))
                .withIncludeExpression(".*\\.(" + column + ")")
                .withIncludeTypes("uuid");
    }
}
