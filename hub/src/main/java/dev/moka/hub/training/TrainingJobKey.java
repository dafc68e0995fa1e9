package dev.moka.hub.training;

import dev.moka.hub.account.AccountId;

/// Which training job: an account and a name in it.
public record TrainingJobKey(AccountId account, TrainingJobName name) {

    @Override
    public String toString() {
        return account + "/" + name;
    }
}
