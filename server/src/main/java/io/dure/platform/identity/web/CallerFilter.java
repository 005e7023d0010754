package io.dure.platform.identity.web;

import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// The front door: finds the organisation of the address and who is calling, and opens the
/// organisation's scope for the rest of the request.
@Component
class CallerFilter extends OncePerRequestFilter {
    private final Organisations organisations;
    private final Authentication authentication;
    private final HandlerExceptionResolver problems;

    CallerFilter(
            Organisations organisations,
            Authentication authentication,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.organisations = organisations;
        this.authentication = authentication;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var realm = Realm.of(request);
            if (realm.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            SameOrigin.check(request);
            enter(organisation(realm.get()), request, response, chain);
        } catch (RuntimeException e) {
            if (problems.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    private Organisation organisation(Realm realm) {
        return SystemScope.call(
                        "the organisation of an address",
                        () -> organisations.byShortName(realm.shortName()))
                .orElseThrow(() -> new UnknownThingException("organisation"));
    }

    private void enter(
            Organisation organisation,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            TenantScope.call(
                    organisation.id(),
                    () -> {
                        Visit.put(request, authentication.visit(organisation, request));
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
