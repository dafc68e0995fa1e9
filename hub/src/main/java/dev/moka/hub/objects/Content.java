package dev.moka.hub.objects;

/// Where the bytes of an object lie: in one blob, or in the parts that were uploaded one by one.
///
/// @param id of the blob, or of the upload whose parts they are
/// @param parts how many, 0 for a single blob
public record Content(String id, int parts) {

    public static Content ofBlob(String id) {
        return new Content(id, 0);
    }

    public boolean isBlob() {
        return parts == 0;
    }
}
