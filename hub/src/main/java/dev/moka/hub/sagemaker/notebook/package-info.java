/// The family of notebook instances, their lifecycle configs and code repositories.
@NullMarked
package dev.moka.hub.sagemaker.notebook;

import org.jspecify.annotations.NullMarked;
