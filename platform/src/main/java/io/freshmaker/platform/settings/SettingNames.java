package io.freshmaker.platform.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The names of settings that exist: single ones, and beginnings under which anything may stand, as under a list or a map. */
record SettingNames(List<ConfigurationPropertyName> single, List<ConfigurationPropertyName> open) {

    SettingNames() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void add(String name) {
        single.add(ConfigurationPropertyName.of(name));
    }

    /** Everything that begins with it. */
    void addOpen(String beginning) {
        open.add(ConfigurationPropertyName.of(beginning));
    }

    /** Everything that a record of settings takes, also in the records inside it. */
    void addAll(String prefix, Class<?> settings) {
        for (RecordComponent component : settings.getRecordComponents()) {
            ConfigurationPropertyName name = ConfigurationPropertyName.adapt(prefix + "." + component.getName(), '.');
            single.add(name);
            if (component.getType().isRecord()) addAll(name.toString(), component.getType());
            else if (isOpen(component)) open.add(name);
        }
    }

    boolean contain(ConfigurationPropertyName name) {
        return single.contains(name) || open.stream().anyMatch(beginning -> beginning.isAncestorOf(name));
    }

    private static boolean isOpen(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType
                && (Collection.class.isAssignableFrom(component.getType())
                        || Map.class.isAssignableFrom(component.getType()));
    }
}
