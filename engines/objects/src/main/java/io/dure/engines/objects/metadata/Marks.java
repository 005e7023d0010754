package io.dure.engines.objects.metadata;

import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import java.util.Optional;

/// What may change of an object without another version of it.
///
/// @param legalHold whether it stays until somebody says otherwise; empty if nobody ever said so
/// @param acl the list of rights, as XML; empty for private
public record Marks(
        ObjectTags tags,
        Optional<Retention> retention,
        Optional<LegalHold> legalHold,
        Optional<String> acl) {
    public static final Marks NONE =
            new Marks(ObjectTags.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    /// A change of one of them.
    public sealed interface Change {
        record Tags(ObjectTags tags) implements Change {}

        /// @param acl empty for private
        record Acl(Optional<String> acl) implements Change {}

        record Hold(LegalHold hold) implements Change {}

        /// @param retention empty to take it away
        record Retain(Optional<Retention> retention) implements Change {}
    }

    /// Whether a legal hold keeps it.
    public boolean isHeld() {
        return legalHold.filter(LegalHold.ON::equals).isPresent();
    }

    public Marks with(Change change) {
        return switch (change) {
            case Change.Tags(var changed) -> new Marks(changed, retention, legalHold, acl);
            case Change.Acl(var changed) -> new Marks(tags, retention, legalHold, changed);
            case Change.Hold(var changed) -> new Marks(tags, retention, Optional.of(changed), acl);
            case Change.Retain(var changed) -> new Marks(tags, changed, legalHold, acl);
        };
    }
}
