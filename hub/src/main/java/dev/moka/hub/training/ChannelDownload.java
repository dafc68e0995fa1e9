package dev.moka.hub.training;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.training.JobStorage.S3Object;
import dev.moka.protocol.jupyter.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Brings the objects of one channel into its folder.
final class ChannelDownload {
    private static final int BUFFER = 64 * 1024;
    private static final long LARGEST_MANIFEST = 64L * 1024 * 1024;

    private final JobStorage storage;
    private final AccountId account;
    private final Channel channel;
    private final Path folder;
    private final Volume volume;
    private final Map<String, S3Uri> files = new LinkedHashMap<>();

    /// What is left of the job's volume, in bytes.
    static final class Volume {
        private final int gigabytes;
        private long left;

        Volume(int gigabytes) {
            this.gigabytes = gigabytes;
            this.left = gigabytes * 1024L * 1024 * 1024;
        }

        void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new JobDataException(
                        "ClientError: Data download failed: the input needs more than the %d GB of the job's volume; use a larger VolumeSizeInGB"
                                .formatted(gigabytes));
            }
        }
    }

    ChannelDownload(
            JobStorage storage, AccountId account, Channel channel, Path folder, Volume volume) {
        this.storage = storage;
        this.account = account;
        this.channel = channel;
        this.folder = folder;
        this.volume = volume;
    }

    /// @param host which of the hosts this is, from 0
    void run(int host, int hosts) throws IOException, InterruptedException {
        switch (channel.dataType()) {
            case S3Prefix -> addAll(channel.uri());
            case ManifestFile -> manifest();
            case AugmentedManifestFile -> augmentedManifest();
        }
        Files.createDirectories(folder);
        int number = 0;
        for (Map.Entry<String, S3Uri> file : files.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean mine =
                    channel.distribution() == Channel.Distribution.FullyReplicated
                            || number % hosts == host;
            number++;
            if (mine) {
                fetch(file.getValue(), target(file.getKey()));
            }
        }
    }

    /// Where a key lies below what was asked for: the whole prefix is cut off where it is a folder
    /// or a file, and up to its last slash where it is neither.
    static String name(String prefix, String key) {
        if (key.equals(prefix)) {
            return key.substring(key.lastIndexOf('/') + 1);
        }
        if (prefix.isEmpty() || prefix.endsWith("/")) {
            return key.substring(prefix.length());
        }
        return key.startsWith(prefix + "/")
                ? key.substring(prefix.length() + 1)
                : key.substring(prefix.lastIndexOf('/') + 1);
    }

    private void addAll(S3Uri prefix) {
        int before = files.size();
        for (S3Object object : storage.list(account, prefix)) {
            // Some tools make an empty object for a folder.
            if (!object.key().endsWith("/")) {
                volume.take(object.size());
                files.put(
                        name(prefix.key(), object.key()), new S3Uri(prefix.bucket(), object.key()));
            }
        }
        if (files.size() == before) {
            throw new JobDataException(
                    "ClientError: No S3 objects found under S3 URL \"%s\" given in input data source '%s'. Please ensure that the bucket exists and that objects exist under that S3 prefix"
                            .formatted(prefix, channel.name()));
        }
    }

    private void manifest() throws IOException {
        JsonNode entries = json(Files.readString(manifestFile()));
        String prefix = entries.path(0).path("prefix").asString("");
        if (prefix.isEmpty()) {
            throw bad("must be a JSON array that begins with {\"prefix\": \"s3://…\"}");
        }
        for (int i = 1; i < entries.size(); i++) {
            String name = entries.get(i).asString("");
            S3Uri object = S3Uri.parse(prefix + name);
            size(object);
            files.put(name, object);
        }
    }

    private void augmentedManifest() throws IOException {
        Path manifest = manifestFile();
        List<String> lines = Files.readAllLines(manifest);
        for (String line : lines) {
            JsonNode entry = line.isBlank() ? Json.object() : json(line);
            for (String attribute : channel.attributeNames()) {
                String value = entry.path(attribute).asString("");
                if (attribute.endsWith("-ref") && value.startsWith("s3://")) {
                    S3Uri object = S3Uri.parse(value);
                    size(object);
                    files.put(object.key().substring(object.key().lastIndexOf('/') + 1), object);
                }
            }
        }
        files.put(name(channel.uri().key(), channel.uri().key()), channel.uri());
    }

    private void size(S3Uri object) {
        long size =
                storage.list(account, object).stream()
                        .filter(found -> found.key().equals(object.key()))
                        .mapToLong(S3Object::size)
                        .findFirst()
                        .orElseThrow(() -> bad("names %s, which does not exist".formatted(object)));
        volume.take(size);
    }

    private Path manifestFile() throws IOException {
        List<S3Object> found =
                storage.list(account, channel.uri()).stream()
                        .filter(object -> object.key().equals(channel.uri().key()))
                        .toList();
        if (found.isEmpty()) {
            throw bad("does not exist");
        }
        if (found.getFirst().size() > LARGEST_MANIFEST) {
            throw bad("is larger than %d MiB".formatted(LARGEST_MANIFEST >> 20));
        }
        Path file = folder.resolveSibling("." + channel.name() + ".manifest");
        Files.createDirectories(folder.getParent());
        Files.deleteIfExists(file);
        storage.fetch(account, channel.uri(), file);
        return file;
    }

    private JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException e) {
            throw bad("is not JSON: " + e.getOriginalMessage());
        }
    }

    private JobDataException bad(String what) {
        return new JobDataException(
                "ClientError: Data download failed: the manifest %s of channel '%s' %s"
                        .formatted(channel.uri(), channel.name(), what));
    }

    private void fetch(S3Uri object, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (channel.compression() == Channel.Compression.None) {
            storage.fetch(account, object, target);
            return;
        }
        Path compressed = target.resolveSibling(target.getFileName() + ".compressed");
        storage.fetch(account, object, compressed);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed), BUFFER);
                var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                volume.take(read);
                out.write(buffer, 0, read);
            }
        } catch (ZipException | EOFException e) {
            throw new JobDataException(
                    "ClientError: Data download failed: %s is not a gzip file, as CompressionType says it is"
                            .formatted(object),
                    e);
        }
        Files.delete(compressed);
    }

    private Path target(String name) {
        String plain =
                channel.compression() == Channel.Compression.Gzip && name.endsWith(".gz")
                        ? name.substring(0, name.length() - ".gz".length())
                        : name;
        List<String> words = new ArrayList<>(List.of(plain.split("/", -1)));
        words.removeIf(String::isEmpty);
        if (words.isEmpty()
                || words.stream().anyMatch(word -> word.equals("..") || word.equals("."))) {
            throw new JobDataException(
                    "ClientError: Data download failed: the key '%s' of channel '%s' can't be the name of a file"
                            .formatted(name, channel.name()));
        }
        return folder.resolve(String.join("/", words));
    }
}
