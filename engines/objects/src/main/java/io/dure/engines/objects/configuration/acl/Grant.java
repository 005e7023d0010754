package io.dure.engines.objects.configuration.acl;

/// One line of an ACL.
public record Grant(Grantee grantee, Permission permission) {}
