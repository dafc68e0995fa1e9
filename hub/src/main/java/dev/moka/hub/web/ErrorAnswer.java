package dev.moka.hub.web;

/// What every error answer says.
///
/// @param code for programs, such as `ResourceNotFound`
/// @param message for people
/// @param requestId with which the hub's log can be searched
public record ErrorAnswer(String code, String message, String requestId) {}
