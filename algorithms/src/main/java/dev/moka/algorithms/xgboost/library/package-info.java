/// XGBoost's C library, called through Java's foreign function interface.
///
/// The library is the one inside `ml.dmlc:xgboost4j_2.12`. Its Java classes are not used: they
/// can't cut a model to its best iterations or tell a model's configuration, unpack the library
/// into a new temporary file at each start, and want Scala and Kryo beside them.
@NullMarked
package dev.moka.algorithms.xgboost.library;

import org.jspecify.annotations.NullMarked;
