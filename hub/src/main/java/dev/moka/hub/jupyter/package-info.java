/// JupyterLab and the Jupyter Server API of each notebook instance, for those who may use it.
@NullMarked
package dev.moka.hub.jupyter;

import org.jspecify.annotations.NullMarked;
