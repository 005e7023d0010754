package io.dure.engines.objects.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes the XML of answers.
///
///     new XmlWriter("Error").text("Code", "NoSuchKey").bytes();
public final class XmlWriter {
    private final StringBuilder text =
            new StringBuilder(512).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    private XmlWriter(String root, String attributes) {
        text.append('<').append(root).append(attributes).append('>');
        open.push(root);
    }

    /// A document in no namespace, as errors are.
    public static XmlWriter plain(String root) {
        return new XmlWriter(root, "");
    }

    /// A document in S3's namespace.
    public static XmlWriter s3(String root) {
        return new XmlWriter(root, " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"");
    }

    public XmlWriter text(String name, String value) {
        text.append('<').append(name).append('>');
        escape(value);
        text.append("</").append(name).append('>');
        return this;
    }

    public XmlWriter text(String name, long value) {
        return text(name, Long.toString(value));
    }

    public XmlWriter text(String name, boolean value) {
        return text(name, Boolean.toString(value));
    }

    public XmlWriter text(String name, Optional<String> value) {
        return value.map(present -> text(name, present)).orElse(this);
    }

    /// Markup as it is; the caller vouches for it.
    public XmlWriter raw(String markup) {
        text.append(markup);
        return this;
    }

    /// An element with what the code writes inside.
    public XmlWriter element(String name, Consumer<XmlWriter> inside) {
        text.append('<').append(name).append('>');
        inside.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    /// The document, closed.
    public String document() {
        while (!open.isEmpty()) {
            text.append("</").append(open.pop()).append('>');
        }
        return text.toString();
    }

    /// The document, closed, in UTF-8.
    public byte[] bytes() {
        return document().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String value) {
        for (var at = 0; at < value.length(); at++) {
            var character = value.charAt(at);
            switch (character) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> append(character);
            }
        }
    }

    /// XML 1.0 has no way to write most control characters; as S3 does, they are referenced all the
    /// same, and clients that meet such keys ask for `encoding-type=url`.
    private void append(char character) {
        if (character < 0x20) {
            text.append("&#").append((int) character).append(';');
        } else {
            text.append(character);
        }
    }
}
