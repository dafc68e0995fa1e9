package dev.moka.lab.site;

/// The person who works in a lab, as `GET /api/me` shows them.
///
/// @param username the account name
/// @param name the full name
/// @param initials two or three letters for an avatar
/// @param color a CSS colour for an avatar, or an empty string
public record Identity(String username, String name, String initials, String color) {
    /// An identity of which only the name is known.
    public static Identity named(String username) {
        int two = Math.min(2, username.length());
        return new Identity(username, username, username.substring(0, two), "");
    }
}
