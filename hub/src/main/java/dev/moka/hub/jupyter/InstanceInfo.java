package dev.moka.hub.jupyter;

import dev.moka.hub.metering.Spend;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.protocol.jupyter.Json;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/// What the status item of JupyterLab shows about its instance.
public final class InstanceInfo {

    private InstanceInfo() {}

    public static ObjectNode of(InstanceDetails details) {
        Spend spend = details.spend();
        ObjectNode info = Json.object();
        info.put("name", details.instance().key().name().value());
        info.put("owner", details.instance().key().owner().value());
        info.put("instanceType", details.type().name());
        info.put("vcpu", details.allotment().cpus());
        info.put("memoryLimitBytes", (long) details.allotment().memoryMib() << 20);
        info.put("memoryUsedBytes", details.memoryBytesUsed());
        info.put("kernels", details.kernels());
        info.put("usdPerHour", details.type().price().orElse(BigDecimal.ZERO));
        info.put("usdSoFar", spend.usd());
        info.put("secondsBilled", spend.time().toSeconds());
        info.put("hubUrl", "/instances/%s".formatted(details.instance().key()));
        return info;
    }
}
