package io.dure.engines.objects.edge;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/// HTTP/1.1 over [patient connections][PatientConnection].
public final class PatientHttp extends HttpConnectionFactory {
    private final Patience patience;

    public PatientHttp(HttpConfiguration configuration, Patience patience) {
        super(configuration);
        this.patience = patience;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection =
                new PatientConnection(getHttpConfiguration(), connector, endPoint, patience);
        return configure(connection, connector, endPoint);
    }
}
