/// The contract between SageMaker and a container, which our hub and our algorithms both keep.
///
/// Training: "How Amazon SageMaker AI Runs Your Training Image", "... Provides Training
/// Information", "... Processes Training Output", "... Signals Algorithm Success and Failure".
/// Hosting: "Use Your Own Inference Code with Hosting Services". Batch: "Use Your Own Inference
/// Code with Batch Transform". All of them are pages of the Amazon SageMaker AI Developer Guide.
///
/// A container finds its files under `/opt/ml`; [OptMl] names them, under any base. A training
/// program is started with the one argument `train`, a serving program with `serve`.
@NullMarked
package dev.moka.protocol.container;

import org.jspecify.annotations.NullMarked;
