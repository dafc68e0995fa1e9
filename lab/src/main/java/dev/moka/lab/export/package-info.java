/// Notebooks in other forms: a page to read, a script to run.
@NullMarked
package dev.moka.lab.export;

import org.jspecify.annotations.NullMarked;
