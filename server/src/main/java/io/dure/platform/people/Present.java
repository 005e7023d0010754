package io.dure.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The organisation as it stands, read whole: what a file of people is compared with, and what one
/// is written from. Four queries, whatever the number of people.
///
/// @param byLogin everybody, by what they sign in with
record Present(
        List<Card> people,
        Map<String, Card> byNumber,
        Map<String, Card> byLogin,
        DepartmentTree tree,
        Map<String, Department> byPath,
        DesignationList ranks,
        DesignationList titles) {

    Optional<Card> withNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    @Component
    static class Reader {
        private final PersonRepository people;
        private final PostRepository posts;
        private final DepartmentRepository departments;
        private final DesignationRepository designations;

        Reader(
                PersonRepository people,
                PostRepository posts,
                DepartmentRepository departments,
                DesignationRepository designations) {
            this.people = people;
            this.posts = posts;
            this.departments = departments;
            this.designations = designations;
        }

        Present read() {
            var postsOf = posts.everybodys();
            var cards =
                    people.everybody().stream()
                            .map(row ->
                                    new Card(
                                            PersonRepository.read(row),
                                            PersonRepository.readProfile(row),
                                            postsOf.getOrDefault(row.getPersonId(), Posts.NONE)))
                            .toList();
            var tree = departments.tree();
            return new Present(
                    cards,
                    byNumber(cards),
                    cards.stream()
                            .collect(
                                    Collectors.toMap(
                                            card -> card.person().login(), Function.identity())),
                    tree,
                    tree.all()
                            .collect(
                                    Collectors.toMap(
                                            department -> tree.pathName(department.id()),
                                            Function.identity())),
                    designations.list(Designation.Kind.RANK),
                    designations.list(Designation.Kind.TITLE));
        }

        private static Map<String, Card> byNumber(List<Card> cards) {
            var byNumber = new HashMap<String, Card>();
            cards.forEach(card ->
                    card.person().employeeNumber().ifPresent(number -> byNumber.put(number, card)));
            return byNumber;
        }
    }
}
