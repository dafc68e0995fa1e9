package dev.moka.algorithms.hyperparameters;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The names that someone may have meant, by edit distance.
public final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /// `; did you mean 'eta' or 'beta'?`, or nothing when no name is near.
    public static String suggestion(String given, Collection<String> names) {
        List<String> near = of(given, names);
        return near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?";
    }

    static List<String> of(String given, Collection<String> names) {
        String wanted = plain(given);
        int limit = Math.max(1, wanted.length() / 3);
        return names.stream()
                .filter(name ->
                        distance(wanted, plain(name)) <= limit
                                || (wanted.length() > 2 && plain(name).startsWith(wanted)))
                .sorted(
                        Comparator.comparingInt((String name) -> distance(wanted, plain(name)))
                                .thenComparing(name -> name))
                .limit(MOST)
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}
