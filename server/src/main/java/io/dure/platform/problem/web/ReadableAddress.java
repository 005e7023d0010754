package io.dure.platform.problem.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses addresses that hold no text: escapes that are cut short or are no UTF-8, and U+0000,
/// which PostgreSQL does not store. Whatever is in a path or a query is text behind it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadableAddress extends OncePerRequestFilter {
    private final HandlerExceptionResolver problems;

    ReadableAddress(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isText(request.getRequestURI()) && isText(request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, new UnreadableAddressException());
        }
    }

    /// RFC 3986 §2.1, of UTF-8.
    static boolean isText(@Nullable String escaped) {
        return escaped == null || escaped.indexOf('%') < 0 || decodesToText(escaped);
    }

    private static boolean decodesToText(String escaped) {
        var bytes = new ByteArrayOutputStream(escaped.length());
        try {
            for (var at = 0; at < escaped.length(); at++) {
                if (escaped.charAt(at) == '%') {
                    bytes.write(HexFormat.fromHexDigits(escaped, at + 1, at + 3));
                    at += 2;
                } else {
                    bytes.write(escaped.charAt(at));
                }
            }
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()));
            return text.chars().noneMatch(character -> character == 0);
        } catch (CharacterCodingException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
