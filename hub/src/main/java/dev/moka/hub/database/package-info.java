/// The stores of the features on JDBI: SQLite or PostgreSQL, with one SQL for both.
@NullMarked
package dev.moka.hub.database;

import org.jspecify.annotations.NullMarked;
