package io.dure.platform.problem.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/// Demands of JSON what the compiler demands of records: every component that is not marked
/// nullable or optional is there, and not null.
@Component
class RequiredFields extends SimpleModule {
    private static final long serialVersionUID = 1;

    @Override
    public void setupModule(SetupContext context) {
        context.insertAnnotationIntrospector(new Components());
    }

    private static final class Components extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return isRequired(member) ? Boolean.TRUE : null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            return JsonSetter.Value.construct(
                    isRequired(member) ? Nulls.FAIL : Nulls.DEFAULT,
                    isList(member) ? Nulls.FAIL : Nulls.DEFAULT);
        }

        /// Lists and sets of ours hold no nulls.
        private static boolean isList(Annotated member) {
            return member instanceof AnnotatedParameter parameter
                    && component(parameter)
                            .filter(found -> Collection.class.isAssignableFrom(found.getType()))
                            .isPresent();
        }

        private static boolean isRequired(Annotated member) {
            return member instanceof AnnotatedParameter parameter
                    && component(parameter).filter(found -> !isOptional(found)).isPresent();
        }

        private static Optional<RecordComponent> component(AnnotatedParameter parameter) {
            var type = parameter.getDeclaringClass();
            return type.isRecord() && type.getName().startsWith("io.dure.")
                    ? Arrays.stream(type.getRecordComponents())
                            .skip(parameter.getIndex())
                            .findFirst()
                    : Optional.empty();
        }

        private static boolean isOptional(RecordComponent component) {
            return component.getType() == Optional.class
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
