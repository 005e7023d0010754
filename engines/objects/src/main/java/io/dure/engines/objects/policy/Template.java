package io.dure.engines.objects.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A text of a policy in which variables and wildcards may stand. IAM User Guide, "IAM policy
/// elements: Variables and tags". What a variable brings is literal: whoever asks cannot bring a
/// wildcard.
final class Template {
    /// `${key}`, `${key, 'default'}`, or one of the characters that would mean something by itself.
    /// Possessive, so that no text makes it go back.
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([^{},']*+)(?:,\\s*+'([^']*+)'\\s*+)?+}");

    private final List<Piece> pieces;
    private final Kind kind;

    private Template(List<Piece> pieces, Kind kind) {
        this.pieces = List.copyOf(pieces);
        this.kind = kind;
    }

    private interface Piece {
        /// Code points, wildcards among them as [Glob] has them; empty if there is no value.
        Optional<int[]> points(ConditionValues values);
    }

    private enum Kind {
        CONSTANT,
        VARIABLE
    }

    /// Whether `*` and `?` mean more than themselves.
    enum Wildcards {
        WILD,
        LITERAL
    }

    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy if a variable is written
    ///   wrongly or named as no key is
    static Template parse(String text, Language language, Wildcards wildcards) {
        return switch (language) {
            case V2008 -> new Template(List.of(fixed(text, wildcards)), Kind.CONSTANT);
            case V2012 -> withVariables(text, wildcards);
        };
    }

    private static Template withVariables(String text, Wildcards wildcards) {
        var pieces = new ArrayList<Piece>();
        var kind = Kind.CONSTANT;
        var variable = VARIABLE.matcher(text);
        var from = 0;
        for (var at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
            if (!variable.region(at, text.length()).lookingAt()) {
                throw PolicyFault.SYNTAX.exception();
            }
            pieces.add(fixed(text.substring(from, at), wildcards));
            var name = variable.group(1).strip();
            if (isEscape(name)) {
                pieces.add(fixed(name, Wildcards.LITERAL));
            } else {
                pieces.add(variable(name, Optional.ofNullable(variable.group(2))));
                kind = Kind.VARIABLE;
            }
            from = variable.end();
        }
        pieces.add(fixed(text.substring(from), wildcards));
        return new Template(pieces, kind);
    }

    private static boolean isEscape(String name) {
        return name.equals("*") || name.equals("?") || name.equals("$");
    }

    private static Piece fixed(String text, Wildcards wildcards) {
        var points =
                Optional.of(
                        switch (wildcards) {
                            case WILD -> Glob.pattern(text);
                            case LITERAL -> text.codePoints().toArray();
                        });
        return _ -> points;
    }

    private static Piece variable(String key, Optional<String> fallback) {
        if (!KnownKeys.contains(key)) {
            throw PolicyFault.CONDITION_KEY.exception();
        }
        return values ->
                values.single(key).or(() -> fallback).map(value -> value.codePoints().toArray());
    }

    /// Whether it is the same for every request.
    boolean isConstant() {
        return kind == Kind.CONSTANT;
    }

    boolean matches(String text, ConditionValues values) {
        var points = text.codePoints().toArray();
        return pattern(values, points.length)
                .map(pattern -> Glob.matches(pattern, points))
                .orElse(false);
    }

    /// The pattern with its variables filled in.
    ///
    /// @param longest of what it is compared with, in characters: a pattern of more, stars aside,
    ///   matches nothing, and a policy full of variables cannot make a request fill memory
    /// @return empty if a variable has no value and no default, or if it would be too long
    Optional<int[]> pattern(ConditionValues values, int longest) {
        var pattern = IntStream.builder();
        var letters = 0;
        for (var piece : pieces) {
            var points = piece.points(values);
            if (points.isEmpty()) {
                return Optional.empty();
            }
            for (var point : points.get()) {
                letters += point == Glob.ANY_RUN ? 0 : 1;
                if (letters > longest) {
                    return Optional.empty();
                }
                pattern.add(point);
            }
        }
        return Optional.of(pattern.build().toArray());
    }
}
