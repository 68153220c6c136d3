package io.freshmaker.standalone.simulation.house;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.AggregateFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.support.PersistenceAnnotationBeanPostProcessor;

/**
 * The house's beans as production defines them, found once. Every life is made of the same definitions in some tens of
 * milliseconds; it shares with others only what remembers nothing.
 */
public final class Template implements AutoCloseable {

    private static final Set<String> SHARED =
            Set.of("dataSource", "entityManagerFactory", "persistenceManagedTypes", "jpaVendorAdapter");
    /** Likewise, but chosen among others by what their definitions say. */
    private static final Set<String> SHARED_AS_DEFINED = Set.of(
            "jacksonJsonMapper", "defaultAxonObjectMapper", "serializer", "eventSerializer", "messageSerializer");

    /** Make proxies for {@code @Transactional}, look for {@code @PersistenceContext}, bind settings. */
    private static final Set<Class<?>> IN_VAIN = Set.of(
            AbstractAutoProxyCreator.class,
            ConfigurationPropertiesBindingPostProcessor.class,
            PersistenceAnnotationBeanPostProcessor.class);

    private final Definitions context = new Definitions();
    private final Map<String, BeanDefinition> definitions = new LinkedHashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final Map<Wanted, String[]> found = new ConcurrentHashMap<>();
    private boolean rehearsed;

    /** Finds definitions and makes no bean. */
    private static final class Definitions extends AnnotationConfigApplicationContext {

        @Override
        protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beans) {
            beans.freezeConfiguration();
        }

        @Override
        protected void finishRefresh() {
            // nothing is started
        }
    }

    /** Beans that somebody wants. */
    private record Wanted(ResolvableType type, boolean prototypes, boolean eager) {}

    /**
     * The beans of one life. To find those of a type each definition is looked at, which takes most of the time of a start; all
     * lives that are made of the same definitions find the same.
     */
    private static final class Beans extends DefaultListableBeanFactory {

        private final @Nullable Map<Wanted, String[]> found;
        private final Set<String> ready;

        /**
         * @param found what other lives have found; null: there are none like this one
         * @param ready those that are shared, and were made ready once
         */
        Beans(@Nullable Map<Wanted, String[]> found, Set<String> ready) {
            this.found = found;
            this.ready = ready;
        }

        @Override
        protected void invokeInitMethods(String name, Object bean, @Nullable RootBeanDefinition definition)
                throws Throwable {
            if (!ready.contains(name)) super.invokeInitMethods(name, bean, definition);
        }

        @Override
        public String[] getBeanNamesForType(ResolvableType type, boolean prototypes, boolean eager) {
            return find(new Wanted(type, prototypes, eager), () -> super.getBeanNamesForType(type, prototypes, eager));
        }

        @Override
        public String[] getBeanNamesForType(@Nullable Class<?> type, boolean prototypes, boolean eager) {
            return find(
                    new Wanted(ResolvableType.forRawClass(type), prototypes, eager),
                    () -> super.getBeanNamesForType(type, prototypes, eager));
        }

        private String[] find(Wanted wanted, Supplier<String[]> search) {
            if (found == null || !isConfigurationFrozen()) return search.get();
            String[] known = found.get(wanted);
            if (known != null) return known;
            String[] names = search.get();
            found.put(wanted, names);
            return names;
        }
    }

    /** @param additions what a test brings along, instead of or beside what production has */
    public Template(DataSource database, Map<String, Object> settings, Class<?>... additions) {
        new SpringApplicationBuilder(Rooms.class)
                .sources(additions)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(settings)
                .contextFactory(_ -> context)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("dataSource", DataSource.class, () -> database))
                .run();
        for (String name : context.getBeanDefinitionNames()) {
            BeanDefinition definition = context.getBeanDefinition(name);
            definition.setLazyInit(true);
            if (isShared(name)) shared.add(name);
            if (isKept(name)) definitions.put(name, shared.contains(name) ? shared(name) : definition);
        }
    }

    /** A context with everything that production has, still to be refreshed. Beans are made when they are asked for. */
    GenericApplicationContext copy() {
        GenericApplicationContext copy = new GenericApplicationContext(new Beans(rehearsed ? found : null, shared));
        copy.setEnvironment(context.getEnvironment());
        DefaultListableBeanFactory beans = copy.getDefaultListableBeanFactory();
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        beans.setDependencyComparator(AnnotationAwareOrderComparator.INSTANCE);
        SHARED.forEach(name -> beans.registerSingleton(name, context.getBean(name)));
        beans.registerResolvableDependency(
                EntityManager.class,
                SharedEntityManagerCreator.createSharedEntityManager(context.getBean(EntityManagerFactory.class)));
        definitions.forEach(beans::registerBeanDefinition);
        return copy;
    }

    /** A first life is up: what libraries define and it did not need, no other will need. */
    void learn(GenericApplicationContext life) {
        if (rehearsed) return;
        rehearsed = true;
        DefaultListableBeanFactory beans = life.getDefaultListableBeanFactory();
        definitions.keySet().removeIf(name -> isOfLibrary(name) && beans.isSingleton(name) && !isMade(name, beans));
    }

    private boolean isOfLibrary(String name) {
        Class<?> type = context.getBeanFactory().getType(name, false);
        return type == null || !type.getName().startsWith("io.freshmaker.");
    }

    private static boolean isMade(String name, DefaultListableBeanFactory beans) {
        return beans.containsSingleton(name);
    }

    @Override
    public void close() {
        context.close();
    }

    private BeanDefinition shared(String name) {
        AbstractBeanDefinition same =
                (AbstractBeanDefinition) context.getBeanFactory().getMergedBeanDefinition(name);
        AbstractBeanDefinition copy = same.cloneBeanDefinition();
        copy.setInstanceSupplier(() -> context.getBean(name));
        return copy;
    }

    /** Settings, and what makes empty aggregates, remember nothing and take long to make. */
    private boolean isShared(String name) {
        if (SHARED_AS_DEFINED.contains(name)) return true;
        Class<?> type = context.getBeanFactory().getType(name, false);
        return type != null
                && (AggregateFactory.class.isAssignableFrom(type)
                        || AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class));
    }

    /**
     * What only finds definitions has done its work, but for what knows the values of placeholders. What looks at every bean for
     * annotations that none of ours has, or sets what is shared, is left out.
     */
    private boolean isKept(String name) {
        if (SHARED.contains(name)) return false;
        Class<?> type = context.getBeanFactory().getType(name, false);
        if (type == null) return true;
        if (IN_VAIN.stream().anyMatch(one -> one.isAssignableFrom(type))) return false;
        boolean finds = BeanFactoryPostProcessor.class.isAssignableFrom(type);
        return !finds || name.equals("propertySourcesPlaceholderConfigurer");
    }
}
