package io.freshmaker.command.adapter.pyxis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query of Pyxis' GraphQL. Values travel as variables, so that nothing in them can be taken for a part of the query.
 *
 * @param field what is asked, e.g. {@code find_images}
 */
record Question(String field, String document, Map<String, Object> variables) {

    private static final String REPOSITORY = """
        {
            registry
            repository
            published
            release_categories
            auto_rebuild_tags
          }\
        """;

    private static final String IMAGE = """
        {
            architecture
            brew {
              build
            }
            content_sets
            parent_brew_build
            parsed_data {
              labels {
                name
                value
              }
            }
            repositories {
              registry
              repository
              published
              tags {
                name
              }
            }
            edges {
              rpm_manifest {
                error {
                  status
                  detail
                }
                data {
                  rpms {
                    nvra
                  }
                }
              }
            }
          }\
        """;

    /** An image without what it contains, which is much. */
    private static final String LISTED_IMAGE = """
        {
            architecture
            brew {
              build
            }
            content_sets
            repositories {
              registry
              repository
              published
              tags {
                name
              }
            }
          }\
        """;

    private static final String PAGED = """
        query ($page: Int, $page_size: Int, %s) {
          %s(page: $page, page_size: $page_size, %s) {
            error {
              status
              detail
            }
            page
            page_size
            %s
            data %s
          }
        }
        """;

    Question {
        variables = Map.copyOf(variables);
    }

    static Question repositories(Map<String, Object> filter) {
        return paged(
                "find_repositories",
                "$filter: ContainerRepositoryFilter",
                "filter: $filter",
                "total",
                REPOSITORY,
                Map.of("filter", filter));
    }

    static Question repository(String registry, String repository) {
        String document = """
            query ($registry: String, $repository: String) {
              get_repository_by_registry_path(registry: $registry, repository: $repository) {
                error {
                  status
                  detail
                }
                data %s
              }
            }
            """.formatted(REPOSITORY);
        return new Question(
                "get_repository_by_registry_path", document, Map.of("registry", registry, "repository", repository));
    }

    static Question image(String nvr) {
        return image(nvr, IMAGE);
    }

    static Question images(Map<String, Object> filter) {
        return images(filter, IMAGE);
    }

    /** Without what it contains. */
    static Question listedImage(String nvr) {
        return image(nvr, LISTED_IMAGE);
    }

    /** Without what they contain. */
    static Question listedImages(Map<String, Object> filter) {
        return images(filter, LISTED_IMAGE);
    }

    /** Without their number, which Pyxis would have to count. */
    static Question imagesUncounted(Map<String, Object> filter) {
        return paged(
                "find_images", "$filter: ContainerImageFilter", "filter: $filter", "", IMAGE, Map.of("filter", filter));
    }

    static Question imagesByDate(Map<String, Object> filter) {
        return paged(
                "find_images",
                "$filter: ContainerImageFilter, $sort_by: [SortBy]",
                "filter: $filter, sort_by: $sort_by",
                "total",
                IMAGE,
                Map.of(
                        "filter",
                        filter,
                        "sort_by",
                        List.of(Map.of("field", "repositories.published_date", "order", "DESC"))));
    }

    /** The same, about a page. */
    Question page(int page, int size) {
        Map<String, Object> more = new HashMap<>(variables);
        more.put("page", page);
        more.put("page_size", size);
        return new Question(field, document, more);
    }

    /** What is sent. */
    Map<String, Object> body() {
        return Map.of("query", document, "variables", variables);
    }

    private static Question image(String nvr, String selection) {
        return paged("find_images_by_nvr", "$nvr: String", "nvr: $nvr", "total", selection, Map.of("nvr", nvr));
    }

    private static Question images(Map<String, Object> filter, String selection) {
        return paged(
                "find_images",
                "$filter: ContainerImageFilter",
                "filter: $filter",
                "total",
                selection,
                Map.of("filter", filter));
    }

    private static Question paged(
            String field,
            String declared,
            String given,
            String total,
            String selection,
            Map<String, Object> variables) {
        return new Question(field, PAGED.formatted(declared, field, given, total, selection), variables);
    }
}
