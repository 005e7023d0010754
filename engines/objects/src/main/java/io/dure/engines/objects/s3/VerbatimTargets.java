package io.dure.engines.objects.s3;

import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.edge.PatientConnection;
import io.dure.engines.objects.edge.PatientHttp;
import java.util.Optional;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// HTTP/1.1 whose request targets reach the handler as they were sent. Keys such as `..` and `a//b`
/// are legal and never paths, but Jetty answers 400 to a path that climbs above its root, whatever
/// the URI compliance: so it is shown the target as a query, which it leaves alone.
public final class VerbatimTargets extends PatientHttp {
    private static final String DISGUISE = "/?";

    public VerbatimTargets(HttpConfiguration configuration, Patience patience) {
        super(configuration, patience);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection = new Verbatim(getHttpConfiguration(), connector, endPoint, patience);
        return configure(connection, connector, endPoint);
    }

    /// The path and query of a request, in origin-form. RFC 9112 §3.2.1.
    static String of(Request request) {
        return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("/");
    }

    private static final class Verbatim extends PatientConnection {
        private Verbatim(
                HttpConfiguration configuration,
                Connector connector,
                EndPoint endPoint,
                Patience patience) {
            super(configuration, connector, endPoint, patience);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(
                String method, String target, HttpVersion version) {
            return super.newHttpStream(method, DISGUISE + origin(target), version);
        }

        /// Servers must take absolute-form too. RFC 9112 §3.2.2.
        private static String origin(String target) {
            var scheme = target.indexOf("://");
            if (target.startsWith("/") || scheme < 0) {
                return target;
            }
            var path = target.indexOf('/', scheme + 3);
            return path < 0 ? "/" : target.substring(path);
        }
    }
}
