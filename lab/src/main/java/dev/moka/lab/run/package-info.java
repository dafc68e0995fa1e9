/// Runs a notebook without a browser: `moka run`.
@NullMarked
package dev.moka.lab.run;

import org.jspecify.annotations.NullMarked;
