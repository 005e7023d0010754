package io.dure.engines.objects.edge;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Bodies that come too slowly are ended: whoever reads one then gets a [TooSlowException]. The
/// connection's idle timeout notices a pause only; this notices the trickle too.
///
/// The other way round, nobody is ended because the server takes its time: while it works, and
/// neither reads nor writes, no client is idle. And whoever is answered before all of a body has
/// come may send the rest for a while; most clients read the answer only then, and a connection
/// closed under them would take the answer with it.
public final class PatientBodies extends Handler.Wrapper {
    private final Patience patience;

    public PatientBodies(Patience patience) {
        this.patience = patience;
    }

    /// How many bytes of a request's body have come; none of one that did not come through here.
    public static long bytesOf(Request request) {
        return request instanceof PacedBody body ? body.bytes() : 0;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addIdleTimeoutListener(_ -> false);
        var body = new PacedBody(request, patience);
        return super.handle(body, response, new AfterBody(body, response, callback));
    }

    /// Ends the request once its body has come, or does not come.
    private record AfterBody(PacedBody body, Response response, Callback callback)
            implements Callback {
        @Override
        public void succeeded() {
            if (body.consumeAvailable() || isNotAskedFor()) {
                callback.succeeded();
            } else {
                // All of the answer first; it fails where all is said already.
                response.write(true, BufferUtil.EMPTY_BUFFER, Callback.from(this::afterBody));
            }
        }

        @Override
        public void failed(Throwable cause) {
            callback.failed(cause);
        }

        private void afterBody() {
            try {
                body.discard(callback::succeeded);
            } catch (RuntimeException e) {
                // Somebody still waits for the body: an end without its rest.
                callback.failed(e);
            }
        }

        /// RFC 9110 §10.1.1: the client then sends none.
        private boolean isNotAskedFor() {
            return body.getHeaders().contains(HttpHeader.EXPECT) && body.isUntouched();
        }
    }
}
