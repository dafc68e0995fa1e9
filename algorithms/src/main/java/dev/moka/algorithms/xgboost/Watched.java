package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.xgboost.library.XgboostMatrix;

/// A set of rows whose metrics each round shows.
record Watched(String name, XgboostMatrix matrix, float[] labels) {}
