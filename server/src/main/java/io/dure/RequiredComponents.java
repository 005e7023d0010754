package io.dure;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of each record in the API which of its fields are always there: all but those marked
/// nullable or optional, the same rule that the compiler enforces. Also refuses two records of one
/// name, which the description would merge in silence.
@Component
class RequiredComponents implements ModelConverter {
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            complete(raw, schema, context);
        }
        return schema;
    }

    private void complete(Class<?> type, Schema<?> schema, ModelConverterContext context) {
        var name = type.getSimpleName();
        Schema<?> defined = context.getDefinedModels().getOrDefault(name, schema);
        if (defined.getProperties() == null) {
            return;
        }
        var other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("two records of the API are named " + name);
        }
        defined.setRequired(required(type, defined));
    }

    private static List<String> required(Class<?> type, Schema<?> schema) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isOptional(component))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .toList();
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
