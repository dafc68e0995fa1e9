package dev.moka.hub.objects;

/// What the object store refuses, in S3's codes and words.
public enum StoreError {
    ACCESS_DENIED(403, "AccessDenied", "Access Denied"),
    BAD_DIGEST(
            400,
            "BadDigest",
            "The Content-MD5 or checksum value that you specified did not match what the server"
                    + " received."),
    BUCKET_ALREADY_EXISTS(
            409,
            "BucketAlreadyExists",
            "The requested bucket name is not available. The bucket namespace is shared by all"
                    + " users of the system. Please select a different name and try again."),
    BUCKET_ALREADY_OWNED(
            409,
            "BucketAlreadyOwnedByYou",
            "Your previous request to create the named bucket succeeded and you already own it."),
    BUCKET_NOT_EMPTY(409, "BucketNotEmpty", "The bucket you tried to delete is not empty"),
    ENTITY_TOO_LARGE(
            400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"),
    ENTITY_TOO_SMALL(
            400,
            "EntityTooSmall",
            "Your proposed upload is smaller than the minimum allowed object size."),
    INCOMPLETE_BODY(
            400,
            "IncompleteBody",
            "You did not provide the number of bytes specified by the Content-Length HTTP header"),
    INVALID_ARGUMENT(400, "InvalidArgument", "Invalid Argument"),
    INVALID_BUCKET_NAME(400, "InvalidBucketName", "The specified bucket is not valid."),
    INVALID_PART(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been"
                + " uploaded, or the specified entity tag may not match the part's entity tag."),
    INVALID_PART_ORDER(
            400,
            "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number."),
    INVALID_REQUEST(400, "InvalidRequest", "Invalid Request"),
    INVALID_TAG(400, "InvalidTag", "The tag provided was not a valid tag."),
    KEY_TOO_LONG(400, "KeyTooLongError", "Your key is too long"),
    NO_SPACE(
            507,
            "InsufficientStorage",
            "The disk of the hub is full; nothing was kept of this object. Delete objects, or ask"
                    + " whoever runs the hub for room."),
    NO_SUCH_BUCKET(404, "NoSuchBucket", "The specified bucket does not exist"),
    NO_SUCH_KEY(404, "NoSuchKey", "The specified key does not exist."),
    NO_SUCH_UPLOAD(
            404,
            "NoSuchUpload",
            "The specified upload does not exist. The upload ID may be invalid, or the upload may"
                    + " have been aborted or completed."),
    PRECONDITION_FAILED(
            412,
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold");

    private final int httpStatus;
    private final String code;
    private final String text;

    StoreError(int httpStatus, String code, String text) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.text = text;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /// The word that S3's clients match on.
    public String code() {
        return code;
    }

    /// S3's sentence for it.
    public String text() {
        return text;
    }

    public StoreException exception() {
        return new StoreException(this, text);
    }

    /// With a sentence that says more than S3's usual one.
    public StoreException exception(String message) {
        return new StoreException(this, message);
    }
}
