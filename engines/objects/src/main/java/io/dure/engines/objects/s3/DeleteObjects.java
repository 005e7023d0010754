package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.DeletionOutcome.Refused;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.policy.S3Action;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Deletes up to 1,000 objects in one transaction, those of them that each may be deleted, and says
/// of each what came of it.
final class DeleteObjects implements Operation {
    private static final DeletionOutcome REFUSED =
            new Refused(new S3Exception(S3Error.ACCESS_DENIED));
    private static final DeletionOutcome UNKNOWN =
            new Refused(new S3Exception(S3Error.NO_SUCH_VERSION));

    @Override
    public void handle(Exchange exchange) throws IOException {
        var document = exchange.document("Delete");
        var deletions = document.all("Object").stream().map(Asked::read).toList();
        if (deletions.isEmpty() || deletions.size() > Limits.MOST_LISTED) {
            throw new S3Exception(S3Error.MALFORMED_XML);
        }
        var outcomes = outcomes(exchange, deletions);
        var isQuiet =
                document.text("Quiet").filter(text -> text.strip().equals("true")).isPresent();
        exchange.answer().xml(200, result(deletions, outcomes, isQuiet));
    }

    /// @param version as the client wrote it
    /// @param deletion empty if no version could have that id
    private record Asked(String key, Optional<String> version, Optional<Deletion> deletion) {
        static Asked read(Element object) {
            var key =
                    ObjectKeys.require(
                            object.text("Key")
                                    .orElseThrow(() -> new S3Exception(S3Error.MALFORMED_XML)));
            var version = object.text("VersionId").filter(text -> !text.isEmpty());
            var precondition =
                    object.text("ETag")
                            .<Precondition>map(
                                    etag -> new Precondition.Matches(Conditions.unquote(etag)))
                            .orElseGet(Precondition.None::new);
            return new Asked(
                    key,
                    version,
                    isPossible(version)
                            ? Optional.of(
                                    new Deletion(key, version.map(VersionId::parse), precondition))
                            : Optional.empty());
        }

        private static boolean isPossible(Optional<String> version) {
            return version.isEmpty() || VersionId.isPossible(version.get());
        }
    }

    /// @return an outcome for each, in order
    private static List<DeletionOutcome> outcomes(Exchange exchange, List<Asked> asked) {
        var permitted =
                asked.stream()
                        .flatMap(each -> each.deletion().stream())
                        .filter(deletion -> mayDelete(exchange, deletion))
                        .toList();
        var done = new IdentityHashMap<Deletion, DeletionOutcome>();
        if (!permitted.isEmpty()) {
            var outcomes = delete(exchange, permitted);
            for (var at = 0; at < permitted.size(); at++) {
                done.put(permitted.get(at), outcomes.get(at));
            }
        }
        return asked.stream()
                .map(each ->
                        each.deletion()
                                .map(deletion -> done.getOrDefault(deletion, REFUSED))
                                .orElse(UNKNOWN))
                .toList();
    }

    private static boolean mayDelete(Exchange exchange, Deletion deletion) {
        var action =
                deletion.version().isEmpty()
                        ? S3Action.DELETE_OBJECT
                        : S3Action.DELETE_OBJECT_VERSION;
        return permits(exchange, action, deletion)
                && (!ObjectMarks.asksToBypassGovernance(exchange)
                        || permits(exchange, S3Action.BYPASS_GOVERNANCE_RETENTION, deletion));
    }

    private static boolean permits(Exchange exchange, S3Action action, Deletion deletion) {
        return exchange.permissions()
                .permits(
                        new Access(
                                action,
                                exchange.bucket(),
                                deletion.key(),
                                deletion.version().map(VersionId::toString)));
    }

    private static List<DeletionOutcome> delete(Exchange exchange, List<Deletion> deletions) {
        var services = exchange.services();
        var outcomes =
                Telling.deleting(
                        exchange,
                        deletions,
                        metadata ->
                                metadata.delete(
                                        exchange.namespace(),
                                        exchange.bucket(),
                                        deletions,
                                        ObjectMarks.asksToBypassGovernance(exchange),
                                        services.clock().instant()));
        for (var outcome : outcomes) {
            if (outcome instanceof Deleted deleted) {
                services.bodies().delete(deleted.unreferenced());
            }
        }
        return outcomes;
    }

    private static XmlWriter result(
            List<Asked> deletions, List<DeletionOutcome> outcomes, boolean isQuiet) {
        var xml = XmlWriter.s3("DeleteResult");
        for (var at = 0; at < outcomes.size(); at++) {
            var asked = deletions.get(at);
            switch (outcomes.get(at)) {
                case Deleted deleted when !isQuiet ->
                        xml.element("Deleted", inside -> write(inside, asked, deleted));
                case Deleted _ -> {}
                case Refused(var reason) ->
                        xml.element("Error", inside -> write(inside, asked, reason));
            }
        }
        return xml;
    }

    private static void write(XmlWriter xml, Asked asked, Deleted deleted) {
        xml.text("Key", asked.key());
        xml.text("VersionId", asked.version());
        if (deleted.isMarker()) {
            xml.text("DeleteMarker", true);
            deleted.version()
                    .ifPresent(version -> xml.text("DeleteMarkerVersionId", version.toString()));
        }
    }

    private static void write(XmlWriter xml, Asked asked, S3Exception reason) {
        xml.text("Key", asked.key());
        xml.text("VersionId", asked.version());
        xml.text("Code", reason.error().code()).text("Message", reason.message());
    }
}
