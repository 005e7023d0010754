package io.dure.platform.identity.web;

import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Shows the figures of the machine to the operator's staff only, by session or access token.
@Component
class MetricsGuard extends OncePerRequestFilter {
    private final Organisations organisations;
    private final Authentication authentication;
    private final SecondFactorDemands demands;
    private final HandlerExceptionResolver problems;

    MetricsGuard(
            Organisations organisations,
            Authentication authentication,
            SecondFactorDemands demands,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.organisations = organisations;
        this.authentication = authentication;
        this.demands = demands;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Segments.of(request).stream().findFirst().equals(Optional.of("metrics"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var visit = TenantScope.call(TenantId.OPERATOR, () -> visit(request));
            if (visit.caller().isEmpty() || demands.lacksFactor(visit)) {
                throw new SignInNeededException();
            }
        } catch (SignInNeededException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Visit visit(HttpServletRequest request) {
        Organisation operator = organisations.current();
        return authentication.visit(operator, request);
    }
}
