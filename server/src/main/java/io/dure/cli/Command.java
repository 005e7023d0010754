package io.dure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One thing that an operator can have done, and how it is typed.
///
/// @param name of one or two words, such as `tenant create`
/// @param words what follows the name, in order, such as `SHORTNAME`; what may be left out stands
///   last, in brackets
/// @param options all that it takes beside `--data`
/// @param effect what it does, in a sentence
/// @param work from what was typed to what is printed
record Command(
        String name,
        List<String> words,
        List<Option> options,
        String effect,
        Function<CommandLine, String> work) {
    private static final Option DATA = Option.of("data", "DIR", "the data folder (default ./var)");

    /// @param value what its value is, in capitals
    record Option(String name, String value, boolean needed, String meaning) {
        static Option of(String name, String value, String meaning) {
            return new Option(name, value, false, meaning);
        }

        static Option needed(String name, String value, String meaning) {
            return new Option(name, value, true, meaning);
        }

        @Override
        public String toString() {
            return "--" + name + " " + value;
        }
    }

    Command {
        words = List.copyOf(words);
        options = List.copyOf(options);
    }

    boolean isMeantBy(CommandLine line) {
        return (String.join(" ", line.words()) + " ").startsWith(name + " ");
    }

    /// @throws MisuseException if words are too few or too many, or an option is none of its own
    String run(CommandLine line) {
        var own = line.after(name.split(" ").length);
        check(own);
        return work.apply(own);
    }

    private void check(CommandLine line) {
        var given = line.words().size();
        if (given > words.size()) {
            throw misused(
                    "takes no '%s'; what has spaces goes into quotation marks"
                            .formatted(line.words().get(words.size())));
        }
        if (given < words.size() && !words.get(given).startsWith("[")) {
            throw misused("needs " + words.get(given));
        }
        for (var name : line.options().keySet()) {
            if (find(name).isEmpty()) {
                throw misused("knows no --" + name);
            }
        }
        for (var option : options) {
            if (option.needed() && line.option(option.name()).isEmpty()) {
                throw misused("needs " + option);
            }
        }
    }

    private Optional<Option> find(String name) {
        return all().stream().filter(option -> option.name().equals(name)).findAny();
    }

    private MisuseException misused(String how) {
        return new MisuseException("%s %s; see ./dure %s --help.".formatted(name, how, name));
    }

    /// What to type, on one line.
    String synopsis() {
        var parts = new ArrayList<String>();
        parts.add("./dure " + name);
        parts.addAll(words);
        options.stream().filter(Option::needed).map(Option::toString).forEach(parts::add);
        parts.add(options.isEmpty() ? "[" + DATA + "]" : "[OPTION ...]");
        return String.join(" ", parts);
    }

    String help() {
        var help = new StringBuilder("Usage: %s%n%n%s%n%n".formatted(synopsis(), effect));
        for (var option : all()) {
            help.append("  %-24s %s%n".formatted(option, option.meaning()));
        }
        return help.toString();
    }

    private List<Option> all() {
        var all = new ArrayList<>(options);
        all.add(DATA);
        return all;
    }
}
