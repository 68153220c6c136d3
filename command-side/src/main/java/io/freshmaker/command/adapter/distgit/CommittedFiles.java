package io.freshmaker.command.adapter.distgit;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Which files a commit has, made of those of the commit before it. */
@FunctionalInterface
interface CommittedFiles {

    /** The same: the commit is empty. */
    CommittedFiles UNCHANGED = (_, tree) -> tree;

    /** The tree of the new commit; what is new in it is written into the repository. */
    ObjectId of(Repository repository, ObjectId tree) throws IOException;
}
