package dev.moka.hub.account;

import dev.moka.hub.identity.UserName;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/// What a session token says, to whoever can open it.
///
/// @param parentKey the access key with which the session was asked for, empty for a notebook
///   instance's
/// @param role the name of the role that was assumed, empty for the user themselves
/// @param sessionName of the assumed role
record CredentialsSession(
        String accessKeyId,
        String secret,
        AccountId account,
        UserName user,
        String parentKey,
        String role,
        String sessionName,
        Instant expiresAt) {
    private static final int VERSION = 1;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(accessKeyId);
            out.writeUTF(secret);
            out.writeUTF(account.value());
            out.writeUTF(user.value());
            out.writeUTF(parentKey);
            out.writeUTF(role);
            out.writeUTF(sessionName);
            out.writeLong(expiresAt.toEpochMilli());
        } catch (IOException e) {
            throw new IllegalStateException("An array can always be written", e);
        }
        return bytes.toByteArray();
    }

    static CredentialsSession of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("A session token of version " + version);
            }
            return new CredentialsSession(
                    in.readUTF(),
                    in.readUTF(),
                    new AccountId(in.readUTF()),
                    new UserName(in.readUTF()),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()));
        }
    }
}
