/// Lines and numbers, read from bytes without a detour through strings.
@NullMarked
package dev.moka.formats.text;

import org.jspecify.annotations.NullMarked;
