package io.freshmaker.query.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Says what each field means. The texts are in a file, because the records of the API are also the bus's and know no web. */
@Component
class FieldDescriptions implements OpenApiCustomizer {

    private final Properties texts;

    FieldDescriptions() throws IOException {
        this.texts = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("openapi-fields.properties"), UTF_8));
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            Map<?, ?> fields = schema.getProperties();
            if (fields != null) fields.forEach((field, property) -> describe(name + "." + field, property));
        });
    }

    private void describe(String field, Object property) {
        String text = texts.getProperty(field);
        if (text != null && property instanceof Schema<?> schema) schema.setDescription(text);
    }
}
