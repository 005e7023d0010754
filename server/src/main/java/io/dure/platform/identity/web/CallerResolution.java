package io.dure.platform.identity.web;

import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the [Caller], the [Visit] or the [Organisation] to controllers, and turns strangers away
/// from every operation of an organisation that is not marked [Open].
@Component
class CallerResolution
        implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    static {
        // What the front door hands to controllers is nothing that a client sends.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Visit.class, Organisation.class);
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
        if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(Open.class)) {
            Visit.of(request).ifPresent(CallerResolution::requireAdmission);
        }
        return true;
    }

    private static void requireAdmission(Visit visit) {
        if (visit.caller().isEmpty()) {
            throw new SignInNeededException();
        }
        if (!visit.organisation().state().isOpen()) {
            throw new OrganisationShutException(visit.organisation());
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Caller.class || type == Visit.class || type == Organisation.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var visit =
                Visit.of((HttpServletRequest) request.getNativeRequest())
                        .orElseThrow(SignInNeededException::new);
        var type = parameter.getParameterType();
        if (type == Visit.class) {
            return visit;
        }
        if (type == Organisation.class) {
            return visit.organisation();
        }
        return visit.caller().orElseThrow(SignInNeededException::new);
    }
}
