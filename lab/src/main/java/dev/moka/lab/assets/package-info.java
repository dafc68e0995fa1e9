/// What the browser loads: the JupyterLab application and its prebuilt extensions.
@NullMarked
package dev.moka.lab.assets;

import org.jspecify.annotations.NullMarked;
