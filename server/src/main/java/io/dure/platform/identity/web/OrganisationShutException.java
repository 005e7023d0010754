package io.dure.platform.identity.web;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.Organisation;

/// The organisation is suspended or closing; its people are told why.
final class OrganisationShutException extends ProblemException {
    private static final long serialVersionUID = 1;

    OrganisationShutException(Organisation organisation) {
        super(
                Kind.FORBIDDEN,
                "organisation-" + organisation.state().name().toLowerCase(java.util.Locale.ROOT),
                organisation.stateReason().isEmpty()
                        ? organisation.name() + " cannot be used at the moment."
                        : organisation.stateReason());
    }
}
