/// The lab as a program of its own: one folder, served to one person.
@NullMarked
package dev.moka.lab;

import org.jspecify.annotations.NullMarked;
