package dev.moka.lab.web;

/// One family of the lab's routes, such as contents or kernels.
interface LabRoutes {
    /// Adds this family's routes; paths are relative to the lab's base URL, for example
    /// `/api/contents`.
    void mount(LabRouter router);
}
