package dev.moka.kernel.engine;

import java.util.Set;
import java.util.stream.Collectors;

/// Shows the JDK and the kernel's public API to user code, and hides the kernel's own classes and
/// libraries.
public final class IsolatingLoader extends ClassLoader {
    static final String API = "dev.moka.kernel.api.";

    private static final Set<String> JDK_PACKAGES =
            ModuleLayer.boot().modules().stream()
                    .filter(module -> module.isNamed())
                    .flatMap(module -> module.getPackages().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final ClassLoader kernel;

    IsolatingLoader(ClassLoader kernel) {
        super("jdk-and-api", ClassLoader.getPlatformClassLoader());
        this.kernel = kernel;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        boolean visible =
                name.startsWith(API) || (dot > 0 && JDK_PACKAGES.contains(name.substring(0, dot)));
        if (!visible) {
            throw new ClassNotFoundException(name);
        }
        return kernel.loadClass(name);
    }
}
