/// JSON and JSON Lines in SageMaker's `instances` and `features` forms.
@NullMarked
package dev.moka.formats.json;

import org.jspecify.annotations.NullMarked;
