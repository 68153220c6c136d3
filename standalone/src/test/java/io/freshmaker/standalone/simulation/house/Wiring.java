package io.freshmaker.standalone.simulation.house;

import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.messaging.inbound.SteppedInbound;
import io.freshmaker.platform.axon.ProcessName;
import io.freshmaker.platform.axon.ProcessorThreads;
import io.freshmaker.platform.job.Workers;
import io.freshmaker.standalone.simulation.build.OutsideCalls;
import io.freshmaker.standalone.simulation.build.SimulatedBuildSystem;
import io.freshmaker.standalone.simulation.build.SimulatedCatalog;
import io.freshmaker.standalone.simulation.image.SimulatedBundles;
import io.freshmaker.standalone.simulation.image.SimulatedComposes;
import io.freshmaker.standalone.simulation.image.SimulatedErrata;
import io.freshmaker.standalone.simulation.image.SimulatedImages;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.VirtualClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** Puts strands where production has threads, and what is simulated where it has the outside. */
final class Wiring {

    private final Surroundings outside;
    private final Machine machine;

    Wiring(Surroundings outside, Machine machine) {
        this.outside = outside;
        this.machine = machine;
    }

    void wire(GenericApplicationContext context) {
        OutsideCalls calls = new OutsideCalls(outside.world(), outside.faults(), machine, outside.outages(), "farm");
        put(context, "lifecycleProcessor", LifecycleProcessor.class, NothingStarts::new);
        put(context, "clock", Clock.class, () -> VirtualClock.INSTANCE);
        put(context, "meterRegistry", MeterRegistry.class, SimpleMeterRegistry::new);
        put(context, "impatience", ConfigurerModule.class, () -> Wiring::waitForNobody);
        put(context, "processorThreads", ProcessorThreads.class, () -> this::strand);
        put(
                context,
                TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME,
                ScheduledAnnotationBeanPostProcessor.class,
                OfOursOnly::new);
        put(context, "taskScheduler", TaskScheduler.class, this::taskScheduler);
        put(
                context,
                "workers",
                Workers.class,
                () -> (database, tasks) -> new SteppedSchedulerBuilder(database, tasks, outside.world(), machine));
        put(
                context,
                "eventStore",
                SteppedEventStore.class,
                () -> new SteppedEventStore(
                        context.getBean(EventStorageEngine.class),
                        outside.database(),
                        machine,
                        strand("event-store-caller")));
        put(context, "processName", ProcessName.class, () -> new ProcessName(machine.toString()));
        put(
                context,
                "busConnections",
                ConnectionFactory.class,
                () -> outside.bus().reachedBy(machine));
        put(context, "farm", BuildSystem.class, () -> new SimulatedBuildSystem(outside.farm(), calls));
        put(context, "news", TriggerSource.class, () -> outside.news().askedBy(calls));
        SimulatedImages images = new SimulatedImages(outside.images(), calls);
        put(context, "errataAdvisories", Advisories.class, () -> new SimulatedErrata(calls));
        put(context, "builtContent", BuiltContent.class, () -> images::rpmsOf);
        SimulatedBundles bundles = new SimulatedBundles(outside.images(), outside.digests(), calls);
        put(context, "operatorBundles", OperatorBundles.class, () -> bundles);
        put(context, "bundleManifests", BundleManifests.class, () -> bundles::of);
        put(context, "odcsComposes", Composes.class, () -> new SimulatedComposes(outside.composes(), calls));
        context.removeBeanDefinition("processBuildSystem");
        context.registerBean(SteppedInbound.class);
        context.getBeanFactory().addBeanPostProcessor(new FarAway(images, calls));
    }

    /** Whose start fails is dead: in the machine's time it would wait five seconds for threads that are strands. */
    private static void waitForNobody(Configurer axon) {
        axon.configureLifecyclePhaseTimeout(1, TimeUnit.MILLISECONDS);
    }

    Strand strand(String name) {
        return outside.world().strand(machine, name, 1);
    }

    private TaskScheduler taskScheduler() {
        ConcurrentTaskScheduler scheduler = new InVirtualTime(strand("scheduled"));
        scheduler.setClock(VirtualClock.INSTANCE);
        return scheduler;
    }

    private static <T> void put(GenericApplicationContext context, String name, Class<T> type, Supplier<T> bean) {
        context.registerBean(name, type, bean);
    }

    /** Looks for what is scheduled where it can be: a life has hundreds of other beans. */
    private static final class OfOursOnly extends ScheduledAnnotationBeanPostProcessor {

        private static final Map<Class<?>, Boolean> KNOWN = new ConcurrentHashMap<>();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return KNOWN.computeIfAbsent(bean.getClass(), OfOursOnly::isScheduled)
                    ? super.postProcessAfterInitialization(bean, name)
                    : bean;
        }

        private static boolean isScheduled(Class<?> type) {
            return Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Scheduled.class));
        }
    }

    /** Spring computes the first time from the machine's clock; here all of them begin after one pause. */
    private static final class InVirtualTime extends ConcurrentTaskScheduler {

        InVirtualTime(Strand strand) {
            super(strand);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant first, Duration delay) {
            return super.scheduleWithFixedDelay(
                    task, VirtualClock.INSTANCE.instant().plus(delay), delay);
        }
    }

    /** Axon and the jobs are started by hand; listener and intake are not, because strands do what their threads would. */
    private static final class NothingStarts extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {
            // by hand
        }
    }

    /** Puts the catalog on another machine. */
    private record FarAway(SimulatedImages images, OutsideCalls calls) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof CatalogFile catalog ? new SimulatedCatalog(catalog, images, calls) : bean;
        }
    }
}
