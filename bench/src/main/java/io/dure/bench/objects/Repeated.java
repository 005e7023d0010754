package io.dure.bench.objects;

import java.io.IOException;

/// A client that sends a request again and again, with another number each time.
final class Repeated implements Load.Client {
    private static final int MOST_OF_A_CLIENT = 10_000_000;

    private final HttpConnection connection;
    private final int number;
    private final Request request;
    private int sent;

    interface Request {
        /// @param number another each time, of any client
        /// @return bytes of body that it moved
        long send(HttpConnection connection, int number) throws IOException;
    }

    Repeated(HttpConnection connection, int number, Request request) {
        this.connection = connection;
        this.number = number;
        this.request = request;
    }

    @Override
    public long next() throws IOException {
        return request.send(connection, number * MOST_OF_A_CLIENT + sent++);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
