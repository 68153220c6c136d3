package io.freshmaker.api;

/** A stored fact. Its class name is stored for ever: it is never moved or renamed. */
public interface DomainEvent {}
