package io.freshmaker.standalone.house;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Takes the data folder and keeps it until it is killed. */
final class HoldsDataFolder {

    private HoldsDataFolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataFolder folder = DataFolder.take(Path.of(arguments[0]));
        System.out.println("taken " + folder.path());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
