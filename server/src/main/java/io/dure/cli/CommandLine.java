package io.dure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed: words, and options with a value each.
///
/// @param help whether it asks how something is typed
record CommandLine(List<String> words, Map<String, String> options, boolean help) {
    private static final Set<String> HELP = Set.of("--help", "-h");

    CommandLine {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    static CommandLine parse(List<String> typed) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var help = false;
        var rest = typed.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (HELP.contains(word)) {
                help = true;
            } else if (!word.startsWith("--")) {
                words.add(word);
            } else if (rest.hasNext()) {
                options.put(word.substring(2), rest.next());
            } else {
                throw new MisuseException(word + " needs a value.");
            }
        }
        return new CommandLine(words, options, help);
    }

    /// Without its first words.
    CommandLine after(int count) {
        return new CommandLine(words.subList(count, words.size()), options, help);
    }

    Path dataFolder() {
        return Path.of(options.getOrDefault("data", "var"));
    }

    /// The console of the server that serves the data folder.
    Console console() {
        return Console.of(dataFolder());
    }

    String word(int index) {
        return words.get(index);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
