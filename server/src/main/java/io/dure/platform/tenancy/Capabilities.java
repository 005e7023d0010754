package io.dure.platform.tenancy;

import java.util.List;

/// The capabilities that one module declares; every module with any publishes one bean of it.
public record Capabilities(List<Capability> declared) {
    public Capabilities {
        declared = List.copyOf(declared);
    }

    public Capabilities(Capability... declared) {
        this(List.of(declared));
    }
}
