package io.dure.cloud.demo;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Names as they are met in an international school.
final class EnglishNames {
    private static final List<String> GIVEN =
            List.of(
                    "Amelia", "Oliver", "Priya", "Noah", "Zoë", "Daniel", "Grace", "Mateo", "Aisha",
                    "Henry", "Chloe", "Samuel", "Ingrid", "Leo", "Fatima", "George", "Hannah",
                    "Kwame", "Isla", "Lucas", "Mei", "Theo", "Nora", "Omar", "Ruby", "Ethan",
                    "Sofia", "Arjun", "Eleanor", "Finn", "Yuki", "Jacob", "Martha", "Tomás");

    private static final List<String> FAMILY =
            List.of(
                    "Walker",
                    "Okafor",
                    "Bennett",
                    "Sharma",
                    "Hughes",
                    "Larsen",
                    "Clarke",
                    "Rossi",
                    "Patel",
                    "O'Connor",
                    "Wright",
                    "Nakamura",
                    "Fletcher",
                    "Mensah",
                    "Turner",
                    "García",
                    "Cooper",
                    "Haddad",
                    "Murray",
                    "Chen",
                    "Davies",
                    "Novak",
                    "Shaw",
                    "Lindqvist",
                    "Ward",
                    "Ibrahim",
                    "Foster",
                    "Dubois");

    private EnglishNames() {}

    static Named next(RandomGenerator random) {
        var given = GIVEN.get(random.nextInt(GIVEN.size()));
        var family = FAMILY.get(random.nextInt(FAMILY.size()));
        return new Named(given + " " + family, "", "", plain(given) + "." + plain(family));
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
