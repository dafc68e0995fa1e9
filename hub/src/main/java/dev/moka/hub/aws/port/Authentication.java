package dev.moka.hub.aws.port;

import dev.moka.hub.account.Credentials;
import dev.moka.hub.account.Credentials.Lookup;
import dev.moka.hub.account.Principal;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.signature.ChunkSigner;
import dev.moka.hub.aws.signature.Claim;
import dev.moka.hub.aws.signature.Payload;
import dev.moka.hub.aws.signature.SignatureVerifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Finds out who signed a request; the body is not touched before that is known.
///
/// The exception are services other than S3: what their clients sign depends on the body, so it is
/// read first, up to a limit, and only when key, time and scope are good.
final class Authentication {
    private final SignatureVerifier verifier;
    private final Credentials credentials;
    private final EarlyBodies early = new EarlyBodies();

    Authentication(SignatureVerifier verifier, Credentials credentials) {
        this.verifier = verifier;
        this.credentials = credentials;
    }

    /// @param contentLength of the raw body, -1 when the client did not say
    AwsRequest authenticate(RequestHead head, Claim claim, InputStream raw, long contentLength)
            throws IOException {
        verifier.checkClaim(head, claim);
        Lookup.Known known = known(claim);
        Optional<Payload> said = Payload.read(head, claim);
        if (said.isEmpty()) {
            return withEarlyBody(head, claim, known, raw, contentLength);
        }
        ChunkSigner signer = verifier.verify(head, claim, known.secret(), said.get().hash());
        note(known.principal(), claim);
        Payload.Body body = said.get().body(head, raw, contentLength, signer);
        return request(head, claim, known, body);
    }

    private AwsRequest withEarlyBody(
            RequestHead head, Claim claim, Lookup.Known known, InputStream raw, long contentLength)
            throws IOException {
        try (EarlyBodies.Early body = early.read(raw, contentLength)) {
            Payload payload = Payload.of(body.bytes());
            verifier.verify(head, claim, known.secret(), payload.hash());
            note(known.principal(), claim);
            return request(
                    head,
                    claim,
                    known,
                    new Payload.Body(
                            new ByteArrayInputStream(body.bytes()),
                            body.bytes().length,
                            _ -> Optional.empty()));
        }
    }

    private static AwsRequest request(
            RequestHead head, Claim claim, Lookup.Known known, Payload.Body body) {
        return new AwsRequest(
                head,
                known.principal(),
                claim.region(),
                body.content(),
                body.length(),
                body.trailers());
    }

    private Lookup.Known known(Claim claim) {
        return switch (credentials.find(claim.accessKeyId(), claim.sessionToken())) {
            case Lookup.Known known -> known;
            case Lookup.Unknown _ -> throw SignatureVerifier.unknownKey(claim);
            case Lookup.WrongToken _ -> throw SignatureVerifier.wrongToken(claim);
            case Lookup.Expired _ -> throw SignatureVerifier.expiredToken(claim);
        };
    }

    private void note(Principal principal, Claim claim) {
        credentials.used(principal, claim.service(), claim.region());
    }
}
