package dev.moka.hub.sagemaker;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.PageTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sorts what a list operation found and cuts a page out of it.
///
/// The token of the next page names the last thing of this one, so that things which come and go
/// meanwhile neither repeat nor hide others.
public final class Listing<T> {
    private static final int PAGE = 100;

    private final Function<T, String> name;
    private final Function<T, String> sortKey;
    private final boolean descending;

    /// A list in this order.
    ///
    /// @param sortKey by which it is sorted, as text that sorts rightly; see [#number]
    public Listing(Function<T, String> name, Function<T, String> sortKey, boolean descending) {
        this.name = name;
        this.sortKey = sortKey;
        this.descending = descending;
    }

    /// A page of the found things.
    ///
    /// @param query what the token is bound to
    public Page<T> page(
            List<T> found,
            Call call,
            PageTokens tokens,
            String query,
            @Nullable String token,
            @Nullable Integer most) {
        String place = tokens.place(call, query, token);
        Comparator<String> order =
                descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<T> rest =
                found.stream()
                        .sorted(Comparator.comparing(this::place, order))
                        .filter(item -> place == null || order.compare(place(item), place) > 0)
                        .toList();
        int size = most == null ? PAGE : Math.min(most, PAGE);
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        List<T> page = rest.subList(0, size);
        return new Page<>(page, tokens.token(call, query, place(page.getLast())));
    }

    /// A number that is not negative as text that sorts like it.
    public static String number(long value) {
        return String.format(Locale.ROOT, "%019d", value);
    }

    private String place(T item) {
        return sortKey.apply(item) + "\n" + name.apply(item);
    }

    /// A page and the token of the next one, if there is one.
    public record Page<T>(List<T> items, @Nullable String nextToken) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
