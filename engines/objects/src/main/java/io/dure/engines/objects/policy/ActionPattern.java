package io.dure.engines.objects.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The actions that one element of Action or NotAction names. Names have no case.
///
/// @param here those that this server does
/// @param elsewhere what those are done to that S3 knows and this server does not
record ActionPattern(Set<S3Action> here, Set<S3Action.Kind> elsewhere) {
    private static final String EVERYTHING = "*";
    private static final String SERVICE = "s3:";

    private static final Map<S3Action, int[]> HERE =
            Arrays.stream(S3Action.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Function.identity(), action -> letters(action.text())));
    private static final Map<S3Action.Kind, List<int[]>> ELSEWHERE =
            Map.of(
                    S3Action.Kind.BUCKET, letters(ForeignActions.OF_BUCKETS),
                    S3Action.Kind.OBJECT, letters(ForeignActions.OF_OBJECTS));

    private static List<int[]> letters(List<String> names) {
        return names.stream().map(name -> letters(SERVICE + name)).toList();
    }

    private static int[] letters(String name) {
        return name.toLowerCase(Locale.ROOT).codePoints().toArray();
    }

    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy if it names nothing that
    ///   S3 knows
    static ActionPattern parse(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        if (!wanted.equals(EVERYTHING) && !wanted.startsWith(SERVICE)) {
            throw PolicyFault.ACTION.exception();
        }
        var pattern = Glob.pattern(wanted);
        var here = EnumSet.noneOf(S3Action.class);
        HERE.forEach((action, name) -> {
            if (Glob.matches(pattern, name)) {
                here.add(action);
            }
        });
        var elsewhere = EnumSet.noneOf(S3Action.Kind.class);
        ELSEWHERE.forEach((kind, names) -> {
            if (names.stream().anyMatch(name -> Glob.matches(pattern, name))) {
                elsewhere.add(kind);
            }
        });
        if (here.isEmpty() && elsewhere.isEmpty()) {
            throw PolicyFault.ACTION.exception();
        }
        return new ActionPattern(here, elsewhere);
    }

    /// Whether one of its actions is done to such a thing.
    boolean isDoneTo(S3Action.Kind kind) {
        return elsewhere.contains(kind) || here.stream().anyMatch(action -> action.kind() == kind);
    }

    /// Whether one of its actions comes with the key; what is not done here is not looked into.
    boolean comesWith(ConditionKey key) {
        return !elsewhere.isEmpty() || here.stream().anyMatch(key::comesWith);
    }
}
