package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.port.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Changes the one file at the top whose name ends so, a text in UTF-8; all others stay as they are. */
record FileEdit(String ending, UnaryOperator<String> change) implements CommittedFiles {

    /** Longer ones are not what people write. */
    private static final int LONGEST = 4 << 20;

    private record Found(String name, ObjectId content) {}

    /** @throws Refused when there is no such file or several, when it is no text, or when the change refuses */
    @Override
    public ObjectId of(Repository repository, ObjectId tree) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                ObjectInserter inserter = repository.newObjectInserter()) {
            Found file = only(reader, tree);
            String before = text(file, reader);
            String after = change.apply(before);
            if (after.equals(before)) return tree;
            ObjectId content = inserter.insert(Constants.OBJ_BLOB, after.getBytes(StandardCharsets.UTF_8));
            ObjectId edited = replaced(reader, tree, file.name(), content).writeTree(inserter);
            inserter.flush();
            return edited;
        }
    }

    private Found only(ObjectReader reader, ObjectId tree) throws IOException {
        List<Found> found = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            while (walk.next()) {
                boolean isFile = (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
                if (isFile && walk.getPathString().endsWith(ending)) {
                    found.add(new Found(walk.getPathString(), walk.getObjectId(0)));
                }
            }
        }
        if (found.size() == 1) return found.getFirst();
        throw new Refused("dist-git should have one file %s there, but has %d".formatted(ending, found.size()));
    }

    private static String text(Found file, ObjectReader reader) throws IOException {
        try {
            byte[] content = reader.open(file.content(), Constants.OBJ_BLOB).getCachedBytes(LONGEST);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException | LargeObjectException e) {
            throw new Refused("%s in dist-git is no text in UTF-8 of at most %d bytes".formatted(file.name(), LONGEST));
        }
    }

    private static DirCache replaced(ObjectReader reader, ObjectId tree, String name, ObjectId content)
            throws IOException {
        DirCache files = DirCache.read(reader, tree);
        DirCacheBuilder builder = files.builder();
        for (int at = 0; at < files.getEntryCount(); at++) {
            DirCacheEntry entry = files.getEntry(at);
            if (entry.getPathString().equals(name)) entry.setObjectId(content);
            builder.add(entry);
        }
        builder.finish();
        return files;
    }
}
