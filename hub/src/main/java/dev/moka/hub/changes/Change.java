package dev.moka.hub.changes;

/// Something that is now different. It says only what; readers ask the features for the new state.
public sealed interface Change {

    /// A notebook instance was made, or its status, step or settings changed, or it is gone.
    record InstanceChanged(String owner, String name) implements Change {}

    /// A user was made, or changed.
    record UserChanged(String name) implements Change {}

    /// A lifecycle config or package set of this owner changed.
    record SettingsChanged(String owner) implements Change {}

    /// A training job of this owner, in this account, was made, changed or is gone.
    record TrainingJobChanged(String owner, String account, String name) implements Change {}

    /// The user whom this is about; only they and administrators hear of it.
    default String about() {
        return switch (this) {
            case InstanceChanged(var owner, _) -> owner;
            case UserChanged(var name) -> name;
            case SettingsChanged(var owner) -> owner;
            case TrainingJobChanged(var owner, _, _) -> owner;
        };
    }
}
