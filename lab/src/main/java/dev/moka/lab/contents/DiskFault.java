package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What the disk says, in the words of the contents service.
final class DiskFault {
    /// Work that the disk may refuse.
    interface Work<T> {
        T perform() throws IOException;
    }

    private DiskFault() {}

    static <T> T translated(ApiPath path, Work<T> work) {
        try {
            return work.perform();
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static Problem problem(ApiPath path, IOException e) {
        return switch (e) {
            case NoSuchFileException _, NotDirectoryException _ -> notThere(path);
            case AccessDeniedException _ ->
                    Problem.forbidden("Permission denied: %s".formatted(path));
            case FileAlreadyExistsException _ ->
                    Problem.conflict("File already exists: %s".formatted(path));
            case DirectoryNotEmptyException _ ->
                    Problem.badRequest("Directory %s not empty".formatted(path));
            case FileSystemException fault when isBelowAFile(fault) -> notThere(path);
            case FileSystemException fault when isFull(fault) ->
                    new Problem(
                            507,
                            "No space left: '%s' was not written".formatted(path),
                            "disk full");
            default ->
                    new Problem(500, "The disk failed at '%s': %s".formatted(path, e.getMessage()));
        };
    }

    static Problem notThere(ApiPath path) {
        return Problem.notFound("file or directory does not exist: '%s'".formatted(path));
    }

    private static boolean isBelowAFile(FileSystemException e) {
        return "Not a directory".equals(e.getReason());
    }

    private static boolean isFull(FileSystemException e) {
        String reason = e.getReason();
        return reason != null
                && (reason.contains("No space left") || reason.contains("quota exceeded"));
    }
}
