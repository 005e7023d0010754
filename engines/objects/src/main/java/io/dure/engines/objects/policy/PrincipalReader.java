package io.dure.engines.objects.policy;

import io.dure.engines.objects.metadata.Namespace;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads Principal and NotPrincipal elements.
final class PrincipalReader {
    private static final String EVERYONE = "*";
    private static final String USER = "user/";
    private static final Pattern NAMESPACE =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern AWS_ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile("arn:aws:(?:iam|sts)::([^:]*):([^*?]+)");
    private static final Pattern CANONICAL_USER = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SERVICE =
            Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern PROVIDER = Pattern.compile("[^*?\\s]+");

    private final Namespace owner;

    PrincipalReader(Namespace owner) {
        this.owner = owner;
    }

    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy
    Set<PrincipalName> read(Json element) {
        if (element instanceof Json.Text(var text) && text.equals(EVERYONE)) {
            return Set.of(new PrincipalName.Anyone());
        }
        var names = new HashSet<PrincipalName>();
        element.members(PolicyFault.PRINCIPAL)
                .forEach((kind, values) -> {
                    var texts = values.texts(PolicyFault.PRINCIPAL);
                    require(!texts.isEmpty());
                    texts.forEach(text -> names.add(name(kind, text)));
                });
        require(!names.isEmpty());
        return names;
    }

    private PrincipalName name(String kind, String text) {
        return switch (kind) {
            case "AWS" -> text.equals(EVERYONE) ? new PrincipalName.Anyone() : aws(text);
            case "CanonicalUser" -> canonicalUser(text);
            case "Service" -> stranger(text, SERVICE);
            case "Federated" -> federated(text);
            default -> throw PolicyFault.PRINCIPAL.exception();
        };
    }

    private PrincipalName aws(String text) {
        var arn = ARN.matcher(text);
        if (!arn.matches()) {
            return account(text);
        }
        var account = account(arn.group(1));
        return NAMESPACE.matcher(arn.group(1)).matches() ? within(account, arn.group(2)) : account;
    }

    private PrincipalName account(String text) {
        return NAMESPACE.matcher(text).matches() ? namespace(text) : stranger(text, AWS_ACCOUNT);
    }

    private PrincipalName namespace(String text) {
        return UUID.fromString(text).equals(owner.id())
                ? new PrincipalName.Owner()
                : new PrincipalName.Stranger();
    }

    /// Of a namespace there are only itself and its keys: no roles, groups or sessions.
    private static PrincipalName within(PrincipalName account, String name) {
        if (name.equals("root")) {
            return account;
        }
        require(name.startsWith(USER) && name.length() > USER.length());
        return account instanceof PrincipalName.Owner
                ? new PrincipalName.User(name.substring(USER.length()))
                : account;
    }

    /// A namespace is its own canonical user, as the answers about access control lists say.
    private PrincipalName canonicalUser(String text) {
        return NAMESPACE.matcher(text).matches() ? namespace(text) : stranger(text, CANONICAL_USER);
    }

    /// A SAML provider of an account has an ARN; the others are open to all the world.
    private static PrincipalName federated(String text) {
        var stranger = stranger(text, PROVIDER);
        return text.startsWith("arn:") ? stranger : new PrincipalName.WebIdentity();
    }

    private static PrincipalName stranger(String text, Pattern syntax) {
        require(syntax.matcher(text).matches());
        return new PrincipalName.Stranger();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw PolicyFault.PRINCIPAL.exception();
        }
    }
}
