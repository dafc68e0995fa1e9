/// The XGBoost algorithm of SageMaker, as its container in versions 1.3-1 to 3.0-5 behaves.
@NullMarked
package dev.moka.algorithms.xgboost;

import org.jspecify.annotations.NullMarked;
