package io.dure.engines.objects.edge;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/// HTTP/1.1 over [patient connections][PatientConnection], with nothing of what RFC 9112 leaves to
/// a server's mercy: where a proxy in front reads it otherwise, one request could hide in another.
public class PatientHttp extends HttpConnectionFactory {
    protected final Patience patience;

    public PatientHttp(HttpConfiguration configuration, Patience patience) {
        super(configuration);
        configuration.setHttpCompliance(HttpCompliance.STRICT);
        this.patience = patience;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection =
                new PatientConnection(getHttpConfiguration(), connector, endPoint, patience);
        return configure(connection, connector, endPoint);
    }
}
