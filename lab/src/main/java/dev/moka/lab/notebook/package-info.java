/// The notebook file format (nbformat 4) as data: reading, checking, writing as Jupyter writes it.
@NullMarked
package dev.moka.lab.notebook;

import org.jspecify.annotations.NullMarked;
