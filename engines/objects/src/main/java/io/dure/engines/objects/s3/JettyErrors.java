package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.xml.XmlWriter;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What Jetty refuses before the handler sees it, as S3 words it: requests that are no HTTP, that
/// are too long, or that never end.
public final class JettyErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var reason = reason(request);
        var error = error(reason.map(HttpException::getCode).orElseGet(response::getStatus));
        var document =
                XmlWriter.plain("Error")
                        .text("Code", error.code())
                        .text(
                                "Message",
                                reason.map(HttpException::getReason).orElse(error.message()))
                        .text("HostId", HostId.VALUE)
                        .bytes();
        response.setStatus(error.status());
        // Where the next request would begin is not known.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HostId.HEADER);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, document.length);
        response.write(true, ByteBuffer.wrap(document), callback);
        return true;
    }

    private static Optional<HttpException> reason(Request request) {
        return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException known
                ? Optional.of(known)
                : Optional.empty();
    }

    private static S3Error error(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_TIMEOUT_408 -> S3Error.REQUEST_TIMEOUT;
            case HttpStatus.URI_TOO_LONG_414 -> S3Error.INVALID_URI;
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                    S3Error.REQUEST_HEADER_SECTION_TOO_LARGE;
            case HttpStatus.NOT_IMPLEMENTED_501 -> S3Error.NOT_IMPLEMENTED;
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> S3Error.SERVICE_UNAVAILABLE;
            default -> status < 500 ? S3Error.INVALID_REQUEST : S3Error.INTERNAL_ERROR;
        };
    }
}
