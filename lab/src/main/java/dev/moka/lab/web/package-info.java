/// The HTTP edge of a lab: one class per family of routes, all listed in [dev.moka.lab.web.LabWeb].
@NullMarked
package dev.moka.lab.web;

import org.jspecify.annotations.NullMarked;
