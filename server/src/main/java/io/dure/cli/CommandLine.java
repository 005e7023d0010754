package io.dure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed: a command of one or two words, then words, and options with a value each.
///
/// @param command such as `tenant create`
record CommandLine(String command, List<String> words, Map<String, String> options) {
    private static final Set<String> ONE_WORD = Set.of("backup", "restore");

    CommandLine {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    static CommandLine parse(List<String> typed) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var rest = typed.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (rest.hasNext()) {
                options.put(word.substring(2), rest.next());
            } else {
                throw new MisuseException(word + " needs a value.");
            }
        }
        var split = Math.min(ONE_WORD.contains(typed.getFirst()) ? 1 : 2, words.size());
        return new CommandLine(
                String.join(" ", words.subList(0, split)),
                words.subList(split, words.size()),
                options);
    }

    Path dataFolder() {
        return Path.of(options.getOrDefault("data", "var"));
    }

    /// @param name what the word stands for, in capitals
    String word(int index, String name) {
        if (index >= words.size()) {
            throw new MisuseException(command + " needs " + name + ".");
        }
        return words.get(index);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String need(String name) {
        return option(name)
                .orElseThrow(() -> new MisuseException(command + " needs --" + name + "."));
    }
}
