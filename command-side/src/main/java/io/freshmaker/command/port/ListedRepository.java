package io.freshmaker.command.port;

/**
 * A repository as it is listed, whether its images may be rebuilt or not.
 *
 * @param hasTagList whether anybody has said which tags are rebuilt; an empty list says that none are
 */
public record ListedRepository(ImageRepository repository, boolean hasTagList) {}
