package dev.moka.kernel.magics;

import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.packages.Progress;
import dev.moka.packages.Resolution.ResolvedArtifact;
import java.util.List;
import java.util.UUID;

/// Shows below the cell how far a download is. Shows nothing when everything is on the machine.
final class DownloadDisplay implements Progress {
    private static final long INTERVAL_NANOS = 200_000_000;

    private final Cell cell;
    private final String id = UUID.randomUUID().toString();
    private boolean shown;
    private long lastNanos;
    private int number;
    private int missing;
    private long bytes;

    DownloadDisplay(Cell cell) {
        this.cell = cell;
    }

    @Override
    public synchronized void collected(int artifacts, int missing) {
        this.missing = missing;
        if (missing > 0) {
            show("Downloading %d of %d files…".formatted(missing, artifacts), true);
        }
    }

    @Override
    public synchronized void transferred(String file, long bytes, long size) {
        String of = size > 0 ? " of " + megabytes(size) : "";
        show(
                "Downloading %d of %d: %s, %s%s"
                        .formatted(number + 1, missing, file, megabytes(bytes), of),
                false);
    }

    @Override
    public synchronized void downloaded(String file, int number, int missing, long bytes) {
        this.number = number;
        this.bytes += bytes;
        show("Downloaded %d of %d: %s".formatted(number, missing, file), false);
    }

    synchronized void done(Libraries.Addition addition) {
        List<ResolvedArtifact> added = addition.added();
        if (shown) {
            String what = added.size() == 1 ? "1 jar" : "%d jars".formatted(added.size());
            show(
                    "Added %s to the class path; %d downloaded, %s"
                            .formatted(what, number, megabytes(bytes)),
                    true);
        }
    }

    synchronized void failed() {
        if (shown) {
            show("The download did not finish", true);
        }
    }

    private void show(String text, boolean always) {
        long now = System.nanoTime();
        if (!always && now - lastNanos < INTERVAL_NANOS) {
            return;
        }
        lastNanos = now;
        if (shown) {
            cell.update(MimeBundle.text(text), id);
        } else {
            cell.display(MimeBundle.text(text), id);
            shown = true;
        }
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }
}
