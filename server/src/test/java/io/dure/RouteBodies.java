package io.dure;

import io.dure.platform.tenancy.TestingPictures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What operations need before they look at whom it is for; all others get an empty object.
final class RouteBodies {
    private static final Map<String, Object> PLAN =
            Map.of("people", 10, "storageBytes", 0, "modules", List.of());

    private static final Map<String, Object> OF_BOTH =
            Map.of(
                    "PUT /groups/{id}", Map.of("name", "동아리"),
                    "PUT /people/{id}/photo", TestingPictures.png(64, 64),
                    "PUT /departments/{id}", Map.of("name", "총무부"),
                    "POST /departments/{id}/move", Map.of("position", 0),
                    "PATCH /storage/hooks/{id}", Map.of("url", "https://example.com/"),
                    "POST /storage/keys/{id}/rotate", Map.of("overlapSeconds", 0),
                    "POST /support/{access}/grant", Map.of("minutes", 60),
                    "PUT /me/passkeys/{passkey}", Map.of("name", "전화기"),
                    "PUT /people/{id}", Map.of("name", "이영희"),
                    "PUT /roles/{id}", Map.of("name", "감사", "capabilities", List.of("audit.read")));

    private static final Map<String, Object> OF_BUCKETS =
            Map.of(
                    "PUT /storage/buckets/{bucket}/settings/versioning",
                            Map.of("versioning", "ENABLED"),
                    "PUT /storage/buckets/{bucket}/settings/lifecycle",
                            Map.of("replacesAll", false),
                    "PUT /storage/buckets/{bucket}/settings/public-access",
                            Map.of(
                                    "blockPublicAcls", true,
                                    "ignorePublicAcls", true,
                                    "blockPublicPolicy", true,
                                    "restrictPublicBuckets", true),
                    "PUT /storage/buckets/{bucket}/settings/encryption", Map.of("said", true),
                    "PUT /storage/buckets/{bucket}/settings/tags", Map.of("tags", List.of()),
                    "PUT /storage/buckets/{bucket}/settings/notifications",
                            Map.of("rules", List.of()));

    private static final Map<String, Object> OF_CONSOLE =
            Map.of(
                    "POST /backup",
                    Map.of("folder", "/nowhere"),
                    "POST /organisations",
                    signUp(),
                    "POST /organisations/{id}/support",
                    Map.of("reason", "They asked.", "minutes", 60),
                    "POST /organisations/{id}/override-locks",
                    Map.of("reason", "A court says so."),
                    "POST /organisations/{id}/owner",
                    Map.of("login", "lee", "name", "Lee"),
                    "POST /organisations/{id}/suspend",
                    Map.of("reason", "They do not pay."),
                    "POST /organisations/{id}/close",
                    Map.of("reason", "They asked."),
                    "PUT /self-sign-up",
                    Map.of("open", false, "plan", PLAN));

    private RouteBodies() {}

    /// @param route its name, such as `PUT /groups/{id}`
    static Object of(String route) {
        return Stream.of(OF_CONSOLE, OF_BUCKETS, OF_BOTH)
                .flatMap(bodies -> Optional.ofNullable(bodies.get(route)).stream())
                .findFirst()
                .orElse(Map.of());
    }

    private static Map<String, Object> signUp() {
        return Map.of(
                "shortName",
                "routes",
                "name",
                "Routes",
                "language",
                "en",
                "timeZone",
                "UTC",
                "plan",
                PLAN,
                "state",
                "TRIAL",
                "owner",
                Map.of("login", "kim", "name", "Kim"));
    }
}
