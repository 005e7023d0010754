package io.dure.platform.problem.web;

import io.dure.platform.problem.AtMost;
import io.dure.platform.problem.TooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Reads no more of a body than [AtMost] lets in.
@ControllerAdvice
class UploadLimit extends RequestBodyAdviceAdapter {
    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.hasParameterAnnotation(AtMost.class);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var mostBytes =
                Objects.requireNonNull(parameter.getParameterAnnotation(AtMost.class)).value();
        if (message.getHeaders().getContentLength() > mostBytes) {
            throw new TooLargeException(mostBytes);
        }
        return new Limited(message.getHeaders(), new Counted(message.getBody(), mostBytes));
    }

    private record Limited(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    /// Counts what is read.
    private static final class Counted extends FilterInputStream {
        private final int mostBytes;
        private int count;

        Counted(InputStream body, int mostBytes) {
            super(body);
            this.mostBytes = mostBytes;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > mostBytes) {
                throw new TooLargeException(mostBytes);
            }
        }
    }
}
