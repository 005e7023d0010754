package io.dure.platform.people.web;

import static java.util.Objects.requireNonNull;

import io.dure.platform.people.Card;
import io.dure.platform.people.Details;
import io.dure.platform.people.DirectoryCard;
import io.dure.platform.people.Listing;
import io.dure.platform.people.Person;
import io.dure.platform.people.Post;
import io.dure.platform.people.Posts;
import io.dure.platform.people.Sight;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People as JSON.
final class PersonViews {
    private PersonViews() {}

    record PostView(
            DepartmentId department,
            boolean main,
            @Nullable UUID rank,
            @Nullable UUID title,
            @Nullable String duty) {
        PostView {
            requireNonNull(department, "department");
        }

        Post post() {
            return new Post(
                    department,
                    main,
                    Optional.ofNullable(rank),
                    Optional.ofNullable(title),
                    duty == null ? "" : duty);
        }

        static PostView of(Post post) {
            return new PostView(
                    post.department(),
                    post.main(),
                    post.rank().orElse(null),
                    post.title().orElse(null),
                    post.duty());
        }
    }

    static Posts posts(@Nullable List<PostView> views) {
        return views == null ? Posts.NONE : new Posts(views.stream().map(PostView::post).toList());
    }

    static List<PostView> views(Posts posts) {
        return posts.all().stream().map(PostView::of).toList();
    }

    /// Login, employee number, mobile, birthday, day of hiring and language are null for all but
    /// the person and whoever manages them.
    ///
    /// @param photo changes with the photo, which is at `people/{id}/photo`; null without one
    record PersonView(
            PersonId id,
            @Nullable String login,
            Person.Kind kind,
            Person.State state,
            @Nullable String employeeNumber,
            String name,
            @Nullable String email,
            String latinName,
            String chineseName,
            String phone,
            String extension,
            @Nullable String mobile,
            @Nullable LocalDate birthday,
            @Nullable LocalDate hiredOn,
            @Nullable String language,
            @Nullable String photo,
            List<PostView> posts,
            long version) {
        static PersonView of(Sight sight) {
            return switch (sight) {
                case Card card -> whole(card);
                case DirectoryCard card -> forColleagues(card);
            };
        }

        private static PersonView forColleagues(DirectoryCard card) {
            return new PersonView(
                    card.id(),
                    null,
                    card.kind(),
                    card.state(),
                    null,
                    card.name(),
                    card.email().orElse(null),
                    card.latinName(),
                    card.chineseName(),
                    card.phone(),
                    card.extension(),
                    null,
                    null,
                    null,
                    null,
                    card.photoTag().orElse(null),
                    views(card.posts()),
                    card.version());
        }

        private static PersonView whole(Card card) {
            var person = card.person();
            var profile = card.profile();
            return new PersonView(
                    person.id(),
                    person.login(),
                    person.kind(),
                    person.state(),
                    person.employeeNumber().orElse(null),
                    person.name(),
                    person.email().orElse(null),
                    profile.latinName(),
                    profile.chineseName(),
                    profile.phone(),
                    profile.extension(),
                    profile.mobile(),
                    profile.birthday().orElse(null),
                    profile.hiredOn().orElse(null),
                    profile.language().orElse(null),
                    profile.photoTag().orElse(null),
                    views(card.posts()),
                    person.version());
        }
    }

    record NewPerson(
            Person.@Nullable Kind kind,
            @Nullable String login,
            @Nullable String employeeNumber,
            String name,
            @Nullable String email,
            @Nullable String latinName,
            @Nullable String chineseName,
            @Nullable String phone,
            @Nullable String extension,
            @Nullable String mobile,
            @Nullable LocalDate birthday,
            @Nullable LocalDate hiredOn,
            @Nullable String language,
            @Nullable List<PostView> posts) {
        NewPerson {
            posts = posts == null ? null : List.copyOf(posts);
        }

        Details details() {
            return new Details(
                    login,
                    employeeNumber,
                    name,
                    email,
                    latinName,
                    chineseName,
                    phone,
                    extension,
                    mobile,
                    birthday,
                    hiredOn,
                    language);
        }
    }

    record PersonChange(
            @Nullable String login,
            @Nullable String employeeNumber,
            String name,
            @Nullable String email,
            @Nullable String latinName,
            @Nullable String chineseName,
            @Nullable String phone,
            @Nullable String extension,
            @Nullable String mobile,
            @Nullable LocalDate birthday,
            @Nullable LocalDate hiredOn,
            @Nullable String language) {
        Details details() {
            return new Details(
                    login,
                    employeeNumber,
                    name,
                    email,
                    latinName,
                    chineseName,
                    phone,
                    extension,
                    mobile,
                    birthday,
                    hiredOn,
                    language);
        }
    }

    record MainPostView(
            DepartmentId department,
            String departmentName,
            @Nullable String rank,
            @Nullable String title,
            String duty) {}

    /// Employee number and mobile are null for all but the person and whoever manages them.
    record ListingView(
            PersonId id,
            String name,
            String latinName,
            String chineseName,
            @Nullable String employeeNumber,
            @Nullable String email,
            String phone,
            String extension,
            @Nullable String mobile,
            Person.Kind kind,
            Person.State state,
            @Nullable String photo,
            @Nullable MainPostView post) {
        static ListingView of(Listing person) {
            return new ListingView(
                    person.id(),
                    person.name(),
                    person.latinName(),
                    person.chineseName(),
                    person.employeeNumber().orElse(null),
                    person.email().orElse(null),
                    person.phone(),
                    person.extension(),
                    person.mobile().orElse(null),
                    person.kind(),
                    person.state(),
                    person.photoTag().orElse(null),
                    person.post().map(ListingView::post).orElse(null));
        }

        private static MainPostView post(Listing.MainPost post) {
            return new MainPostView(
                    post.department(),
                    post.departmentName(),
                    post.rank(),
                    post.title(),
                    post.duty());
        }
    }

    /// @param next the cursor of the next page; null after the last
    record ListingPage(List<ListingView> items, @Nullable String next) {}
}
