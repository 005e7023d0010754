package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The children of an element, each taken by its name. What S3's schema does not know, what stands
/// twice and what lacks is refused with MalformedXML.
public final class Fields {
    private final Element element;

    private Fields(Element element) {
        this.element = element;
    }

    /// @param mostBytes that the document may have
    /// @param names that the root's children can have
    /// @throws S3Exception MaxMessageLengthExceeded, MalformedXML
    public static Fields read(byte[] document, int mostBytes, String root, String... names) {
        if (document.length > mostBytes) {
            throw new S3Exception(S3Error.MAX_MESSAGE_LENGTH_EXCEEDED);
        }
        return of(XmlReader.read(document, root), names);
    }

    /// @param names that its children can have
    /// @throws S3Exception MalformedXML
    public static Fields of(Element element, String... names) {
        var known = Set.of(names);
        if (!element.text().isBlank()
                || element.children().stream().anyMatch(child -> !known.contains(child.name()))) {
            throw malformed();
        }
        return new Fields(element);
    }

    public static S3Exception malformed() {
        return new S3Exception(S3Error.MALFORMED_XML);
    }

    public List<Element> all(String name) {
        return element.all(name);
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /// How many children there are.
    public int size() {
        return element.children().size();
    }

    public Optional<Element> find(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw malformed();
        }
        return all.stream().findFirst();
    }

    public Element require(String name) {
        return find(name).orElseThrow(Fields::malformed);
    }

    /// All texts of a child that may repeat, as they are.
    public List<String> texts(String name) {
        return all(name).stream().map(Fields::text).toList();
    }

    /// A text as it is, white space included.
    public Optional<String> text(String name) {
        return find(name).map(Fields::text);
    }

    public String requireText(String name) {
        return text(name).orElseThrow(Fields::malformed);
    }

    /// A text of which white space around it is no part.
    public Optional<String> word(String name) {
        return text(name).map(String::strip);
    }

    public String requireWord(String name) {
        return word(name).orElseThrow(Fields::malformed);
    }

    /// The name by which a rule among others is told from them, made of the rule itself and its
    /// place if it has none: so reading depends on nothing else.
    public String id(String name, int place) {
        return text(name)
                .filter(id -> !id.isEmpty())
                .orElseGet(() ->
                        UUID.nameUUIDFromBytes(
                                        (place + " " + element).getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    public Optional<Integer> number(String name) {
        return whole(name).map(Fields::narrow);
    }

    /// A number that may be larger than an `int`.
    public Optional<Long> whole(String name) {
        return word(name).map(Fields::parse);
    }

    public Optional<Boolean> flag(String name) {
        return word(name)
                .map(word ->
                        switch (word.toLowerCase(Locale.ROOT)) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw malformed();
                        });
    }

    private static String text(Element element) {
        if (!element.children().isEmpty()) {
            throw malformed();
        }
        return element.text();
    }

    private static long parse(String word) {
        if (!word.matches("-?[0-9]{1,18}")) {
            throw malformed();
        }
        return Long.parseLong(word);
    }

    private static int narrow(long number) {
        if (number != (int) number) {
            throw malformed();
        }
        return (int) number;
    }
}
