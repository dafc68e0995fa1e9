package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.MultipartUploads;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// S3 behind the AWS port.
public final class S3 implements AwsService {
    private final Buckets buckets;
    private final List<String> domains;
    private final Operations operations;
    private final Cors cors;

    /// @param domains the port's own names; `bucket.name` is a bucket
    public S3(
            Buckets buckets,
            StoredObjects objects,
            Listings listings,
            MultipartUploads uploads,
            List<String> domains) {
        this.buckets = buckets;
        this.domains = List.copyOf(domains);
        this.cors = new Cors(buckets);
        this.operations = table(buckets, objects, listings, uploads);
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public void answer(AwsRequest request, AwsResponse response) throws IOException {
        Target target = Target.of(request.head(), domains);
        Call call = new Call(request, response, target, buckets);
        try {
            cors.allow(request.head(), target, response);
            requireOnlyVersion(request.head());
            String method = request.head().method();
            operations.find(call, method).handler().answer(call);
        } catch (StoreException e) {
            throw S3Errors.of(e);
        }
    }

    @Override
    public void refuse(RequestHead head, AwsException error, AwsResponse response)
            throws IOException {
        response.status(error.httpStatus());
        allowOrigin(head, response);
        if (error.httpStatus() == 304) {
            error.details().forEach(response::header);
        }
        if (head.method().equals("HEAD") || error.httpStatus() == 304) {
            response.body().close();
            return;
        }
        byte[] document =
                Xml.plain(
                        "Error",
                        xml -> {
                            xml.add("Code", error.code()).add("Message", error.text());
                            xml.add("Resource", head.path());
                            error.details().forEach(xml::add);
                            xml.add("RequestId", head.id()).add("HostId", head.id());
                        });
        response.header("Content-Type", "application/xml");
        response.header("Content-Length", Integer.toString(document.length));
        try (OutputStream out = response.body()) {
            out.write(document);
        }
    }

    @Override
    public void answerAnonymous(RequestHead head, AwsResponse response) throws IOException {
        if (!head.method().equals("OPTIONS")) {
            throw S3Errors.accessDenied();
        }
        cors.answerPreflight(head, Target.of(head, domains), response);
    }

    /// A page may read why it was refused.
    private void allowOrigin(RequestHead head, AwsResponse response) {
        if (head.header("origin").isPresent()) {
            try {
                cors.allow(head, Target.of(head, domains), response);
            } catch (AwsException e) {
                // What the path names is no bucket, so there are no rules.
                response.header("Vary", "Origin");
            }
        }
    }

    /// Every object has one version, which S3 calls `null` where versioning was never on.
    private static void requireOnlyVersion(RequestHead head) {
        head.parameter("versionId")
                .filter(version -> !version.isEmpty() && !version.equals("null"))
                .ifPresent(version -> {
                    throw S3Errors.error(
                            404, "NoSuchVersion", "The specified version does not exist.");
                });
    }

    private static Operations table(
            Buckets buckets, StoredObjects objects, Listings listings, MultipartUploads uploads) {
        XmlBody bodies = new XmlBody();
        Operations table = new Operations();
        new BucketOperations(buckets, bodies).addTo(table);
        new CorsOperations(buckets, bodies).addTo(table);
        new TaggingOperations(buckets, objects, bodies).addTo(table);
        new ListOperations(listings).addTo(table);
        CopySources sources = new CopySources(objects);
        new ObjectReads(objects).addTo(table);
        new ObjectWrites(objects, sources).addTo(table);
        new DeleteOperations(objects, bodies).addTo(table);
        new UploadOperations(uploads, objects, sources, bodies).addTo(table);
        new UploadListings(uploads).addTo(table);
        return table.add(
                "PostObject",
                "POST",
                Level.BUCKET,
                _ -> {
                    throw S3Errors.notImplemented("Browser uploads by POST policy (PostObject)");
                });
    }
}
