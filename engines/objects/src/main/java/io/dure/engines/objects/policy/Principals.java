package io.dure.engines.objects.policy;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.policy.PrincipalName.Anyone;
import io.dure.engines.objects.policy.PrincipalName.Owner;
import io.dure.engines.objects.policy.PrincipalName.User;
import io.dure.engines.objects.policy.PrincipalName.WebIdentity;
import java.util.Set;

/// Whom a statement is about.
sealed interface Principals {
    /// @param owner the bucket's namespace
    boolean include(Requester requester, Namespace owner);

    /// Whether the public is among them, as S3 sees it.
    boolean arePublic();

    /// Principal.
    record Only(Set<PrincipalName> names) implements Principals {
        public Only {
            names = Set.copyOf(names);
        }

        @Override
        public boolean include(Requester requester, Namespace owner) {
            return names.contains(new Anyone())
                    || (requester instanceof Requester.Key(var namespace, var id)
                            && namespace.equals(owner)
                            && (names.contains(new Owner()) || names.contains(new User(id))));
        }

        @Override
        public boolean arePublic() {
            return names.contains(new Anyone()) || names.contains(new WebIdentity());
        }
    }

    /// NotPrincipal: a key is left out only if both it and its namespace are named, as AWS wants it
    /// for users and their accounts. IAM User Guide, "AWS JSON policy elements: NotPrincipal".
    record AllBut(Set<PrincipalName> names) implements Principals {
        public AllBut {
            names = Set.copyOf(names);
        }

        @Override
        public boolean include(Requester requester, Namespace owner) {
            var isLeftOut =
                    names.contains(new Anyone())
                            || (requester instanceof Requester.Key(var namespace, var id)
                                    && namespace.equals(owner)
                                    && names.contains(new Owner())
                                    && names.contains(new User(id)));
            return !isLeftOut;
        }

        @Override
        public boolean arePublic() {
            return true;
        }
    }
}
