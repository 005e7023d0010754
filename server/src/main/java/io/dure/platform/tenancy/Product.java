package io.dure.platform.tenancy;

/// A module that organisations rent and switch on or off. Such a module publishes one bean of it.
///
/// @param name as in plans and menus, such as `storage`
public record Product(String name) {}
