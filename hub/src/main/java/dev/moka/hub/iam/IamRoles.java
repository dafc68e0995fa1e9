package dev.moka.hub.iam;

import dev.moka.hub.account.AccountRole;
import dev.moka.hub.account.Roles;
import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.iam.IamShapes.CreateRoleRequest;
import dev.moka.hub.iam.IamShapes.ListRolesRequest;
import dev.moka.hub.iam.IamShapes.ListRolesResponse;
import dev.moka.hub.iam.IamShapes.Role;
import dev.moka.hub.iam.IamShapes.RoleNameRequest;
import dev.moka.hub.iam.IamShapes.RoleResponse;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// IAM's operations on roles.
final class IamRoles {
    private static final int PAGE = 100;
    private static final int HOUR = 3600;

    private final Roles roles;
    private final PageTokens tokens;

    IamRoles(Roles roles, PageTokens tokens) {
        this.roles = roles;
        this.tokens = tokens;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of("GetRole", RoleNameRequest.class, RoleResponse.class, this::get),
                Operation.of(
                                "CreateRole",
                                CreateRoleRequest.class,
                                RoleResponse.class,
                                this::create)
                        .differing(
                                "The trust policy is kept and given back, and not read: everybody"
                                        + " of the account may assume the role.",
                                "Permissions boundaries and tags are ignored."),
                Operation.of(
                        "ListRoles", ListRolesRequest.class, ListRolesResponse.class, this::list),
                Operation.of(
                        "DeleteRole",
                        RoleNameRequest.class,
                        (call, request) ->
                                roles.delete(call.principal().account(), request.roleName())));
    }

    private RoleResponse get(Call call, RoleNameRequest request) {
        return new RoleResponse(
                shape(roles.describe(call.principal().account(), request.roleName())));
    }

    private RoleResponse create(Call call, CreateRoleRequest request) {
        requirePolicy(request.assumeRolePolicyDocument());
        Integer seconds = request.maxSessionDuration();
        Roles.NewRole role =
                new Roles.NewRole(
                        request.roleName(),
                        request.path() == null ? "/" : request.path(),
                        request.assumeRolePolicyDocument(),
                        request.description() == null ? "" : request.description(),
                        seconds == null ? HOUR : seconds);
        return new RoleResponse(shape(roles.create(call.principal().account(), role)));
    }

    private ListRolesResponse list(Call call, ListRolesRequest request) {
        String prefix = request.pathPrefix() == null ? "/" : request.pathPrefix();
        String query = "ListRoles/" + prefix;
        String after = tokens.place(call, query, request.marker());
        int most = request.maxItems() == null ? PAGE : request.maxItems();
        List<AccountRole> left =
                roles.list(call.principal().account(), prefix).stream()
                        .filter(role -> after == null || role.name().compareTo(after) > 0)
                        .toList();
        List<AccountRole> page = left.subList(0, Math.min(most, left.size()));
        boolean more = page.size() < left.size();
        return new ListRolesResponse(
                page.stream().map(IamRoles::shape).toList(),
                more,
                more ? tokens.token(call, query, page.getLast().name()) : null);
    }

    private static void requirePolicy(String document) {
        try {
            Json.parseObject(document.getBytes(StandardCharsets.UTF_8));
        } catch (ProtocolException e) {
            throw new AwsException(
                    400,
                    "MalformedPolicyDocument",
                    "AssumeRolePolicyDocument is not a JSON object: " + e.getMessage());
        }
    }

    private static Role shape(AccountRole role) {
        return new Role(
                role.path(),
                role.name(),
                role.id(),
                role.arn(),
                role.createdAt(),
                // IAM gives policies back as they would stand in an address.
                URLEncoder.encode(role.trustPolicy(), StandardCharsets.UTF_8).replace("+", "%20"),
                role.description().isEmpty() ? null : role.description(),
                role.maxSessionSeconds());
    }
}
