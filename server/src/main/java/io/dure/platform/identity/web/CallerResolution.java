package io.dure.platform.identity.web;

import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PartOf;
import io.dure.platform.tenancy.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the [Caller], the [Visit], the [Browser] or the [Organisation] to controllers, and turns
/// strangers away from every operation of an organisation that is not marked [Open].
@Component
class CallerResolution
        implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final Set<Class<?>> HANDED_OUT =
            Set.of(Caller.class, Visit.class, Organisation.class, Browser.class);

    private static final List<String> OF_AN_ORGANISATION = List.of("/api/o/", "/api/console/");

    static {
        // What the front door hands to controllers is nothing that a client sends.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(HANDED_OUT.toArray(Class[]::new));
    }

    private final SecondFactorDemands demands;

    CallerResolution(SecondFactorDemands demands) {
        this.demands = demands;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            requireFrontDoor(request);
            if (!method.hasMethodAnnotation(Open.class)) {
                Visit.of(request).ifPresent(visit -> requireAdmission(visit, method));
            }
        }
        return true;
    }

    /// Should the front door ever read an address otherwise than the router does, nobody comes in.
    private static void requireFrontDoor(HttpServletRequest request) {
        var pattern =
                String.valueOf(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (OF_AN_ORGANISATION.stream().anyMatch(pattern::startsWith)
                && Visit.of(request).isEmpty()) {
            throw new UnknownThingException("organisation");
        }
    }

    private void requireAdmission(Visit visit, HandlerMethod method) {
        var caller = visit.caller().orElseThrow(SignInNeededException::new);
        if (!visit.organisation().state().isOpen()) {
            throw new OrganisationShutException(visit.organisation());
        }
        if (!method.hasMethodAnnotation(BeforeSecondFactor.class) && demands.lacksFactor(visit)) {
            throw new SecondFactorNeededException();
        }
        requireModule(visit.organisation(), method);
        if (method.hasMethodAnnotation(InPerson.class)) {
            caller.requireSession();
        }
        var proof = method.getMethodAnnotation(FreshProof.class);
        if (proof != null && !(proof.orLauncher() && caller.person().equals(PersonId.LAUNCHER))) {
            caller.requireFreshProof();
        }
    }

    private static void requireModule(Organisation organisation, HandlerMethod method) {
        var part = method.getBeanType().getAnnotation(PartOf.class);
        if (part != null && !organisation.uses(part.value())) {
            throw new ModuleOffException(part.value());
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return HANDED_OUT.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        var request = (HttpServletRequest) web.getNativeRequest();
        var visit = Visit.of(request).orElseThrow(SignInNeededException::new);
        var type = parameter.getParameterType();
        if (type == Visit.class) {
            return visit;
        }
        if (type == Organisation.class) {
            return visit.organisation();
        }
        if (type == Browser.class) {
            var response = (HttpServletResponse) Objects.requireNonNull(web.getNativeResponse());
            return new Browser(request, response, visit.organisation().shortName());
        }
        return visit.caller().orElseThrow(SignInNeededException::new);
    }
}
