package dev.moka.hub.aws.signature;

/// What a signature is good for: a day, a region and a service.
///
/// @param date eight digits
record Scope(String date, String region, String service) {
    static final String END = "aws4_request";

    /// As it stands in the string to sign.
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + END;
    }
}
