package io.dure.engines.objects.xml;

import java.util.List;
import java.util.Optional;

/// An XML element without its namespace and attributes, which S3's requests do not need.
///
/// @param text directly inside it
public record Element(String name, String text, List<Element> children) {
    public Element {
        children = List.copyOf(children);
    }

    public List<Element> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    public Optional<String> text(String child) {
        return children.stream()
                .filter(element -> element.name.equals(child))
                .map(Element::text)
                .findFirst();
    }
}
