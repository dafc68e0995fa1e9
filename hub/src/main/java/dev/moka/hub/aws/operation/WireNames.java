package dev.moka.hub.aws.operation;

import java.util.Locale;

/// How the component of a record is called on the wire.
public enum WireNames {
    /// `notebookInstanceName` is `NotebookInstanceName`, as in SageMaker, STS and IAM.
    UPPER_CAMEL {
        @Override
        public String of(String component) {
            return component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
        }
    },
    /// `logGroupName` is itself, as in CloudWatch Logs.
    AS_THEY_ARE {
        @Override
        public String of(String component) {
            return component;
        }
    };

    public abstract String of(String component);
}
