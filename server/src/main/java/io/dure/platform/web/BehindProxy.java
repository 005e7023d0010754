package io.dure.platform.web;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// Believes the proxies in front: who the client is, by `X-Forwarded-For`, and whether it came by
/// TLS, by `X-Forwarded-Proto`. Each proxy adds itself at the end, so the lists are read from there
/// and only as far as proxies are known; what stands before it is the client's own invention, as is
/// every other header, `Forwarded` and `X-Forwarded-Host` included.
final class BehindProxy implements HttpConfiguration.Customizer {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    private final Proxies proxies;

    BehindProxy(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress()
                        instanceof InetSocketAddress peer)
                || !proxies.hasProxyAt(peer.getAddress())) {
            return request;
        }
        var client = client(peer, request.getHeaders().getCSV(FOR, false));
        return new Forwarded(request, client, isTls(request));
    }

    private InetSocketAddress client(InetSocketAddress peer, List<String> hops) {
        var client = peer;
        for (var hop : hops.reversed()) {
            var address = Proxies.literal(hop);
            if (address.isEmpty()) {
                return client;
            }
            client = new InetSocketAddress(address.get(), 0);
            if (!proxies.hasFurtherProxyAt(address.get())) {
                return client;
            }
        }
        return client;
    }

    private static boolean isTls(Request request) {
        var schemes = request.getHeaders().getCSV(PROTO, false);
        return schemes.isEmpty() ? request.isSecure() : HttpScheme.HTTPS.is(schemes.getLast());
    }

    private static final class Forwarded extends Request.Wrapper {
        private final ConnectionMetaData connection;
        private final HttpURI uri;
        private final boolean tls;

        Forwarded(Request request, InetSocketAddress client, boolean tls) {
            super(request);
            this.tls = tls;
            this.uri =
                    tls
                            ? HttpURI.build(request.getHttpURI())
                                    .scheme(HttpScheme.HTTPS)
                                    .asImmutable()
                            : request.getHttpURI();
            this.connection =
                    new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                        @Override
                        public SocketAddress getRemoteSocketAddress() {
                            return client;
                        }

                        @Override
                        public boolean isSecure() {
                            return tls;
                        }
                    };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return tls;
        }
    }
}
