/// What the front end remembers: settings, workspaces (layouts) and config sections.
@NullMarked
package dev.moka.lab.settings;

import org.jspecify.annotations.NullMarked;
