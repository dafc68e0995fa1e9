/// What a lab is made of: the services of one folder, composed.
@NullMarked
package dev.moka.lab.site;

import org.jspecify.annotations.NullMarked;
