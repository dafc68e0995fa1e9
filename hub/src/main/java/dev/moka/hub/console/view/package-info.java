/// What each page shows, as plain records: the templates read these and nothing else.
@NullMarked
package dev.moka.hub.console.view;

import org.jspecify.annotations.NullMarked;
