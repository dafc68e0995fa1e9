/// Tests of the pages: their words, their templates, and their answers over HTTP.
@NullMarked
package dev.moka.hub.console;

import org.jspecify.annotations.NullMarked;
