/// What can go wrong in a lab, as a status and words that Jupyter clients understand.
@NullMarked
package dev.moka.lab.problem;

import org.jspecify.annotations.NullMarked;
