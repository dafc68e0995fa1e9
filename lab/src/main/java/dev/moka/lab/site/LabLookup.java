package dev.moka.lab.site;

import io.javalin.http.Context;

/// Finds the lab that a request is for.
@FunctionalInterface
public interface LabLookup {
    /// The lab of this request; path parameters of the mount prefix are in the context.
    ///
    /// @throws io.javalin.http.HttpResponseException when the caller may not, or there is no such
    ///   lab
    Lab lab(Context context);
}
