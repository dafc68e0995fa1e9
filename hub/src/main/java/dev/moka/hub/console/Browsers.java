package dev.moka.hub.console;

import java.util.List;

/// Browsers by the names that people know, guessed from what they say of themselves.
final class Browsers {
    /// In this order: Edge and Opera say that they are Chrome, and Chrome that it is Safari.
    private static final List<String[]> PROGRAMS =
            List.of(
                    new String[] {"Edg/", "Edge"},
                    new String[] {"OPR/", "Opera"},
                    new String[] {"Firefox/", "Firefox"},
                    new String[] {"Chrome/", "Chrome"},
                    new String[] {"Safari/", "Safari"});

    private static final List<String[]> SYSTEMS =
            List.of(
                    new String[] {"Android", "Android"},
                    new String[] {"iPhone", "iPhone"},
                    new String[] {"iPad", "iPad"},
                    new String[] {"Windows", "Windows"},
                    new String[] {"Mac OS", "macOS"},
                    new String[] {"CrOS", "ChromeOS"},
                    new String[] {"Linux", "Linux"});

    private Browsers() {}

    static String name(String agent) {
        String program = first(PROGRAMS, agent);
        String system = first(SYSTEMS, agent);
        if (program.isEmpty()) {
            return agent.isBlank() ? "Unknown program" : agent;
        }
        return system.isEmpty() ? program : program + " on " + system;
    }

    private static String first(List<String[]> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name[0]))
                .map(name -> name[1])
                .findFirst()
                .orElse("");
    }
}
