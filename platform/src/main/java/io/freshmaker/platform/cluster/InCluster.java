package io.freshmaker.platform.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** On what exists only in processes that are not alone: all but the one of {@code standalone}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!'${freshmaker.cluster.role:none}'.equalsIgnoreCase('none')")
public @interface InCluster {}
