package io.freshmaker.command.adapter.distgit;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Keeps JGit from the git configuration of the machine and of the user we run as: what we do is in our settings. */
final class NoGitConfiguration extends SystemReader.Delegate {

    private NoGitConfiguration(SystemReader machine) {
        super(machine);
    }

    /** For the whole process, as JGit has one for all; again changes nothing. */
    static void install() {
        SystemReader machine = SystemReader.getInstance();
        if (!(machine instanceof NoGitConfiguration)) SystemReader.setInstance(new NoGitConfiguration(machine));
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    private static final class Nothing extends FileBasedConfig {

        @SuppressWarnings("NullAway") // JGit itself has it so where a file is not wanted
        Nothing(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
