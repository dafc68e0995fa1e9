package dev.moka.hub.account;

/// What programs in a notebook instance need to use the hub as their AWS.
///
/// @param endpoint where AWS clients in the instance connect
/// @param credentialsUri where they get credentials
/// @param token what they must show there
/// @param roleArn the role that they act as
/// @param resourceArn the instance's own name in AWS's form
public record InstanceAws(
        String endpoint, String credentialsUri, String token, String roleArn, String resourceArn) {
    @Override
    public String toString() {
        return resourceArn;
    }
}
