package io.dure.cloud.demo;

/// What somebody is called.
///
/// @param latin as in a login: `kim.minsu`
/// @param chinese empty where unknown
record Named(String name, String latinName, String chinese, String latin) {}
