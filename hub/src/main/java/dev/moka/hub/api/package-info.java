/// The JSON API under `/api/v1`: everything that the pages do, for programs. `openapi.yaml` beside
/// the classes describes it.
@NullMarked
package dev.moka.hub.api;

import org.jspecify.annotations.NullMarked;
