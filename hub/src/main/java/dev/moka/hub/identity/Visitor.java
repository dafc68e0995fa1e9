package dev.moka.hub.identity;

/// Where a request comes from: the network address and the browser's own description of itself.
public record Visitor(String address, String agent) {
    private static final int LONGEST_AGENT = 200;

    public Visitor {
        agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
}
