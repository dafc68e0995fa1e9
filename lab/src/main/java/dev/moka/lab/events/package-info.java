/// What happens in a lab, told to whoever listens: Jupyter's event stream.
@NullMarked
package dev.moka.lab.events;

import org.jspecify.annotations.NullMarked;
