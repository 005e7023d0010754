package io.dure.cloud.demo;

import java.util.List;

/// A department of a demonstration, with those below it.
///
/// @param staff how many people work in it directly, its head among them
/// @param headRank of the person who leads it; empty: nobody does
/// @param headTitle of the same
record Unit(String name, int staff, String headRank, String headTitle, List<Unit> below) {
    Unit {
        below = List.copyOf(below);
    }

    static Unit of(String name, int staff, String headRank, String headTitle, Unit... below) {
        return new Unit(name, staff, headRank, headTitle, List.of(below));
    }

    /// People in it and below.
    int total() {
        return staff + below.stream().mapToInt(Unit::total).sum();
    }
}
