/// JupyterLab's own client library against the lab.
@NullMarked
package dev.moka.lab.conformance;

import org.jspecify.annotations.NullMarked;
