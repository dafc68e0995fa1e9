package dev.moka.hub.account;

import dev.moka.hub.errors.ValidationException;
import java.util.regex.Pattern;

/// The 12 digits that name an AWS-style account.
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{12}");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new ValidationException("Account '%s' must be 12 digits".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
