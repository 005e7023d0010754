package io.dure.cloud.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The last warnings and errors of this node, in memory. Keeps what our own code says of them and
/// no more: the text before values were filled in, since values may be about people.
@Component
class RecentErrors extends AppenderBase<ILoggingEvent> {
    private static final int KEPT = 100;
    private static final int MAX_TEXT = 300;

    private final Deque<LoggedError> last = new ArrayDeque<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    RecentErrors() {
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            keep(event);
        }
    }

    private synchronized void keep(ILoggingEvent event) {
        if (last.size() == KEPT) {
            last.removeLast();
        }
        var text = String.valueOf(event.getMessage());
        last.addFirst(
                new LoggedError(
                        Instant.ofEpochMilli(event.getTimeStamp()),
                        event.getLevel().toString(),
                        event.getLoggerName(),
                        text.substring(0, Math.min(text.length(), MAX_TEXT)),
                        event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getClassName()));
    }

    synchronized List<LoggedError> list() {
        return List.copyOf(last);
    }

    @PreDestroy
    void detach() {
        root.detachAppender(this);
        stop();
    }
}
