package io.freshmaker.benchmarks;

import java.util.List;

/** How fast the own index says which of a hundred thousand images contain a package. */
final class ImageIndexBenchmark implements Benchmark {

    private static final int IMAGES = 100_000;

    @Override
    public String name() {
        return "image-index";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        try (MeasuredHouse house = MeasuredHouse.open(new RandomCatalog());
                ImageIndexFigures figures =
                        new ImageIndexFigures(house.jdbcUrl(), new ManyImages(scale.of(IMAGES)))) {
            figures.fill();
            return figures.measure(house.url());
        }
    }
}
