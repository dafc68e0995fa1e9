package dev.moka.sdk;

import dev.moka.sdk.progress.Progress;
import dev.moka.sdk.role.ExecutionRole;
import dev.moka.sdk.s3.TransferSettings;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// What a session works with, all of it decided.
record SessionParts(
        Region region,
        S3Client s3,
        StsClient sts,
        Progress progress,
        TransferSettings transfers,
        Optional<String> role,
        Optional<String> defaultBucket,
        ExecutionRole executionRole) {}
