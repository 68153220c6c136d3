package io.freshmaker.command.port;

import java.util.List;

/** The fake keeps the same contract as the real thing. */
class MemoryDistGitTest extends DistGitContract {

    private final MemoryDistGit git = new MemoryDistGit();

    @Override
    protected DistGit distGit() {
        return git;
    }

    @Override
    protected String push(String repository, String branch, String message, String... files) {
        return git.push(repository, branch, message, files);
    }

    @Override
    protected List<String> log(String repository, String branch) {
        return git.log(repository, branch);
    }

    @Override
    protected String content(String repository, String branch, String file) {
        return git.read(repository, branch, file);
    }
}
