package io.dure.engines.objects.edge;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;

/// HTTP/1.1 whose clients get 408 if a request's line and headers are not there in time, and who
/// cannot stay after an answer that ends the connection. Jetty itself waits as long as a byte comes
/// now and then.
public class PatientConnection extends HttpConnection {
    private final Patience patience;

    /// When the connection was first seen to be done, by [System#nanoTime]; 0 before.
    private long done;

    protected PatientConnection(
            HttpConfiguration configuration,
            Connector connector,
            EndPoint endPoint,
            Patience patience) {
        super(configuration, connector, endPoint);
        this.patience = patience;
    }

    @Override
    public void onFillable() {
        if (isDone() && isOver(done, patience.linger())) {
            close();
        } else if (awaitsHead() && isOver(getParser().getBeginNanoTime(), patience.head())) {
            refuse();
        } else {
            super.onFillable();
        }
    }

    @Override
    public void onFillInterestedFailed(Throwable cause) {
        if (cause instanceof TimeoutException && awaitsHead()) {
            refuse();
        } else {
            super.onFillInterestedFailed(cause);
        }
    }

    private boolean awaitsHead() {
        return getParser().inHeaderState() && !getParser().isStart();
    }

    private boolean isDone() {
        if (!getParser().isClose() && !getParser().isClosed()) {
            return false;
        }
        if (done == 0) {
            done = System.nanoTime();
        }
        return true;
    }

    private static boolean isOver(long begin, Duration most) {
        return System.nanoTime() - begin > most.toNanos();
    }

    /// RFC 9110 §15.5.9.
    private void refuse() {
        newRequestHandler()
                .badMessage(
                        new HttpException.RuntimeException(
                                HttpStatus.REQUEST_TIMEOUT_408,
                                "The request did not come in time."));
    }
}
