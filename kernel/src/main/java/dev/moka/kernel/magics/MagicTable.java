package dev.moka.kernel.magics;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All magics.
public final class MagicTable {
    private static final int CLOSE_ENOUGH = 3;

    private final List<Magic> magics;

    /// The magics of this kernel.
    public MagicTable() {
        magics =
                Stream.of(
                                PackageMagics.TABLE,
                                CodeMagics.TABLE,
                                SystemMagics.TABLE,
                                HelpMagics.TABLE)
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Magic::name))
                        .toList();
    }

    /// In alphabetical order.
    public List<Magic> all() {
        return magics;
    }

    /// Whether there is a magic of this name.
    public boolean knows(String name) {
        return find(name).isPresent();
    }

    /// The magic of this name.
    public Optional<Magic> find(String name) {
        return magics.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Runs a magic.
    ///
    /// @throws MagicException when there is none of this name, or it can't do what it was asked
    public Outcome run(Magic.Call call, Session session) throws Exception {
        Magic magic = find(call.name()).orElseThrow(() -> unknown(call));
        if (call.wholeCell() && !magic.isCell()) {
            throw new MagicException(
                    "%%%s is for one line: write %s".formatted(call.name(), magic.usage()));
        }
        if (!call.wholeCell() && !magic.isLine()) {
            throw new MagicException(
                    "%%%1$s takes the whole cell: write %%%%%1$s on its first line"
                            .formatted(call.name()));
        }
        return magic.action().run(call, session);
    }

    private MagicException unknown(Magic.Call call) {
        String sign = call.wholeCell() ? "%%" : "%";
        String hint =
                magics.stream()
                        .filter(each -> call.wholeCell() ? each.isCell() : each.isLine())
                        .map(Magic::name)
                        .min(Comparator.comparingInt(name -> Distance.between(name, call.name())))
                        .filter(name -> Distance.between(name, call.name()) <= CLOSE_ENOUGH)
                        .map(name -> " Did you mean %s%s?".formatted(sign, name))
                        .orElse("");
        return new MagicException(
                "there is no magic %s%s.%s %%lsmagic lists them all."
                        .formatted(sign, call.name(), hint));
    }
}
