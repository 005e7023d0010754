package io.dure.cloud.demo;

import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Riverside International School: 46 teachers and staff, 74 pupils in four grades.
@Component
final class Riverside implements Script {
    @Override
    public String shortName() {
        return "riverside";
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Riverside International School",
                "en",
                ZoneId.of("Europe/London"),
                List.of("riverside.example"));
    }

    @Override
    public Plan plan() {
        return new Plan(200, 100L << 30, Set.of("storage"), true);
    }

    @Override
    public List<Unit> units() {
        return List.of(
                Unit.of("Leadership", 3, "Senior Leader", "Principal"),
                Unit.of(
                        "Administration",
                        1,
                        "Staff",
                        "Bursar",
                        Unit.of("School Office", 4, "Staff", "Office Lead"),
                        Unit.of("IT Services", 3, "Staff", "IT Lead"),
                        Unit.of("Facilities", 4, "Staff", "Site Lead")),
                Unit.of(
                        "Teaching",
                        1,
                        "Senior Leader",
                        "Head of Teaching",
                        subject("English", 5),
                        subject("Mathematics", 5),
                        subject("Science", 6),
                        subject("Humanities", 4),
                        subject("Languages", 4),
                        subject("Arts", 3),
                        subject("Physical Education", 3)),
                Unit.of(
                        "Pupils",
                        0,
                        "",
                        "",
                        grade("Grade 9", 20),
                        grade("Grade 10", 19),
                        grade("Grade 11", 18),
                        grade("Grade 12", 17)));
    }

    private static Unit subject(String name, int staff) {
        return Unit.of(name, staff, "Senior Teacher", "Head of Department");
    }

    private static Unit grade(String name, int pupils) {
        return Unit.of(name, pupils, "Pupil", "Class Representative");
    }

    @Override
    public List<String> ranks() {
        return List.of(
                "Senior Leader",
                "Senior Teacher",
                "Teacher",
                "Assistant Teacher",
                "Staff",
                "Pupil");
    }

    @Override
    public List<String> titles() {
        return List.of(
                "Principal",
                "Head of Teaching",
                "Bursar",
                "Head of Department",
                "Grade Tutor",
                "Office Lead",
                "IT Lead",
                "Site Lead",
                "Class Representative");
    }

    @Override
    public String rank(String unit, RandomGenerator random) {
        return switch (unit) {
            case "Leadership" -> "Senior Leader";
            case "School Office", "IT Services", "Facilities" -> "Staff";
            case "Grade 9", "Grade 10", "Grade 11", "Grade 12" -> "Pupil";
            default -> random.nextInt(4) == 0 ? "Assistant Teacher" : "Teacher";
        };
    }

    @Override
    public Named name(RandomGenerator random) {
        return EnglishNames.next(random);
    }

    @Override
    public List<Concurrent> concurrent() {
        return List.of(
                new Concurrent("English", "Grade 9", "Grade Tutor"),
                new Concurrent("Mathematics", "Grade 10", "Grade Tutor"),
                new Concurrent("Science", "Grade 11", "Grade Tutor"),
                new Concurrent("Languages", "Grade 12", "Grade Tutor"));
    }

    @Override
    public List<DemoBucket> buckets() {
        return RiversideFiles.all();
    }

    @Override
    public String ownersUnit() {
        return "IT Services";
    }

    @Override
    public String membersUnit() {
        return "Science";
    }
}
