package io.dure.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a run found, as a table for people and as JSON for programs.
record Report(String benchmark, boolean quick, List<Figure> figures) {
    private static final String ROW = "%-44s %12s %-8s %-28s %12s %7s %8s  %s%n";

    boolean met() {
        return figures.stream().allMatch(figure -> figure.met().orElse(true));
    }

    String table() {
        var head =
                ROW.formatted(
                        "figure",
                        "value",
                        "unit",
                        "peer or limit",
                        "its value",
                        "ratio",
                        "bar",
                        "");
        return head + figures.stream().map(Report::row).collect(Collectors.joining());
    }

    private static String row(Figure figure) {
        return ROW.formatted(
                figure.name(),
                number(figure.value()),
                figure.unit(),
                figure.against().map(Figure.Against::name).orElse(""),
                figure.against().map(peer -> number(peer.value())).orElse(""),
                figure.ratio().map(Report::number).orElse(""),
                figure.bar().map(Report::bar).orElse(""),
                figure.met().map(met -> met ? "met" : "MISSED").orElse(""));
    }

    private static String bar(Figure.Bar bar) {
        return switch (bar) {
            case Figure.Bar.AtLeast(var limit) -> ">= " + number(limit);
            case Figure.Bar.AtMost(var limit) -> "<= " + number(limit);
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    String json() {
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("benchmark", benchmark);
        fields.put("quick", quick);
        fields.put("met", met());
        fields.put("figures", figures.stream().map(Report::fields).toList());
        return json.writeValueAsString(fields) + "\n";
    }

    private static Map<String, Object> fields(Figure figure) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("figure", figure.name());
        fields.put("unit", figure.unit());
        fields.put("value", figure.value());
        figure.against()
                .ifPresent(peer -> {
                    fields.put("against", peer.name());
                    fields.put("againstValue", peer.value());
                });
        figure.ratio().ifPresent(ratio -> fields.put("ratio", ratio));
        figure.bar().ifPresent(bar -> fields.put("bar", bar(bar)));
        figure.met().ifPresent(met -> fields.put("met", met));
        return fields;
    }
}
