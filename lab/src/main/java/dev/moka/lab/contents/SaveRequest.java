package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an editor wants written.
///
/// @param type what it is
/// @param format `text` or `base64` for a file
/// @param content the text, or the notebook's tree; null for a folder
/// @param chunk the number of this piece of a large file, from 1; -1 for the last; null for a whole
///   file
public record SaveRequest(
        ContentsType type,
        @Nullable String format,
        @Nullable JsonNode content,
        @Nullable Integer chunk) {
    /// Checks that there is something to write.
    public SaveRequest {
        if (content == null && type != ContentsType.DIRECTORY) {
            throw Problem.badRequest("No file content provided");
        }
        if (chunk != null && type != ContentsType.FILE) {
            throw Problem.badRequest(
                    "File type \"%s\" is not supported for large file transfer".formatted(type));
        }
        if (chunk != null && chunk < -1) {
            throw Problem.badRequest("Chunk %d is no piece of a file".formatted(chunk));
        }
    }
}
