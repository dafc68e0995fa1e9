package dev.moka.hub.account;

import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.UserName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The tokens with which programs in a notebook instance ask for credentials. All about an instance
/// is sealed in its token, so that kernels keep theirs when the hub is restarted.
public final class InstanceTokens {
    private static final String PURPOSE = "instance-token";

    private final Vault vault;

    public InstanceTokens(Vault vault) {
        this.vault = vault;
    }

    /// Whose token it is.
    ///
    /// @param id of the instance, which no later one of the same name has
    public record Holder(UserName owner, String name, String id) {}

    public String token(Holder holder) {
        String text = holder.owner() + "\n" + holder.name() + "\n" + holder.id();
        return vault.seal(text.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    public Optional<Holder> open(String token) {
        return vault.open(token.strip(), PURPOSE)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", -1))
                .filter(parts -> parts.length == 3)
                .flatMap(parts -> holder(parts[0], parts[1], parts[2]));
    }

    private static Optional<Holder> holder(String owner, String name, String id) {
        try {
            return Optional.of(new Holder(new UserName(owner), name, id));
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }
}
