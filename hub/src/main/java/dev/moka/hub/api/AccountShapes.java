package dev.moka.hub.api;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.Account;
import dev.moka.hub.account.Teams.Team;
import dev.moka.protocol.jupyter.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Accounts, access keys and teams as JSON.
final class AccountShapes {
    private AccountShapes() {}

    static ObjectNode account(Account account) {
        return Json.object()
                .put("id", account.id().value())
                .put("name", account.name())
                .put("kind", account.team() == null ? "own" : "team");
    }

    static ObjectNode key(AccessKey key) {
        AccessKey.LastUse use = key.lastUse();
        return Json.object()
                .put("id", key.id())
                .put("account", key.account().value())
                .put("label", key.label())
                .put("status", key.status())
                .put("createdAt", key.createdAt().toString())
                .put("lastUsedAt", use == null ? null : use.at().toString())
                .put("lastUsedService", use == null ? null : use.service())
                .put("lastUsedRegion", use == null ? null : use.region());
    }

    static ObjectNode team(Team team) {
        ObjectNode node =
                Json.object()
                        .put("name", team.account().name())
                        .put("account", team.account().id().value());
        ArrayNode members = node.putArray("members");
        team.members().forEach(member -> members.add(member.value()));
        return node;
    }
}
