package io.freshmaker.command.port;

class MemoryImageBuildsTest extends BuiltImageSourceContract {

    @Override
    protected BuiltImageSource knowing(BuiltImage... images) {
        MemoryImageBuilds builds = new MemoryImageBuilds();
        for (BuiltImage image : images) builds.with(image);
        return builds;
    }
}
