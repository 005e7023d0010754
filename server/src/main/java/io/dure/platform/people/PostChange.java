package io.dure.platform.people;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dure.platform.tenancy.DepartmentId;

/// What a transfer does to a person's posts.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostChange.Replace.class, name = "REPLACE"),
    @JsonSubTypes.Type(value = PostChange.Add.class, name = "ADD"),
    @JsonSubTypes.Type(value = PostChange.End.class, name = "END")
})
public sealed interface PostChange {
    /// These posts, and no others.
    record Replace(Posts posts) implements PostChange {}

    /// One more; in the place of one in the same department.
    record Add(Post post) implements PostChange {}

    /// The post in this department ends.
    record End(DepartmentId department) implements PostChange {}

    default Posts apply(Posts before) {
        return switch (this) {
            case Replace(var posts) -> posts;
            case Add(var post) -> before.with(post);
            case End(var department) -> before.without(department);
        };
    }
}
