package io.freshmaker.command.adapter.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folders in which programs run: {@code <data>/builds/<build number>}, empty whenever a run begins. */
record BuildFolders(Path root) {

    BuildFolders {
        root = root.toAbsolutePath().normalize();
    }

    Path empty(int buildNumber) throws IOException {
        Path folder = root.resolve(Integer.toString(buildNumber));
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) Files.walkFileTree(folder, new Deletion());
        return Files.createDirectories(folder);
    }

    /** Does not follow links. Folders that a program made read-only are deleted too. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            File file = folder.toFile();
            if (!file.canWrite()) file.setWritable(true);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) throw failure;
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
