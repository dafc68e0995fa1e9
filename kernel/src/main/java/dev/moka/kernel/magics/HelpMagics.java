package dev.moka.kernel.magics;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.util.List;

/// Magics about magics.
final class HelpMagics {
    static final List<Magic> TABLE =
            List.of(
                    new Magic(
                            "lsmagic",
                            Magic.Kind.LINE,
                            "%lsmagic",
                            "Lists all magics.",
                            HelpMagics::list),
                    new Magic(
                            "help",
                            Magic.Kind.LINE,
                            "%help [MAGIC]",
                            "Explains a magic.",
                            HelpMagics::help));

    private HelpMagics() {}

    private static Outcome list(Magic.Call call, Session session) {
        for (Magic magic : session.magics().all()) {
            String name = (magic.isLine() ? "%" : "%%") + magic.name();
            System.out.printf("%-22s %s%n", name, magic.summary());
        }
        return new Outcome.Done();
    }

    private static Outcome help(Magic.Call call, Session session) {
        String name = call.arguments().replaceAll("^%+", "");
        if (name.isEmpty()) {
            return list(call, session);
        }
        Magic magic =
                session.magics()
                        .find(name)
                        .orElseThrow(() ->
                                new MagicException(
                                        "there is no magic %%%s. %%lsmagic lists them all."
                                                .formatted(name)));
        System.out.println(describe(magic));
        return new Outcome.Done();
    }

    /// Usage and summary.
    static String describe(Magic magic) {
        return magic.usage() + "\n" + magic.summary();
    }
}
