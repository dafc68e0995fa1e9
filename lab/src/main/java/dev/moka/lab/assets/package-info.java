/// JupyterLab itself, as its official wheel holds it, and the prebuilt extensions beside it.
@NullMarked
package dev.moka.lab.assets;

import org.jspecify.annotations.NullMarked;
