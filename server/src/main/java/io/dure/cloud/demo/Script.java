package io.dure.cloud.demo;

import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import java.util.List;
import java.util.random.RandomGenerator;

/// What one demonstration organisation is like.
interface Script {
    String shortName();

    Profile profile();

    Plan plan();

    /// The departments at the top, in order.
    List<Unit> units();

    /// The highest first.
    List<String> ranks();

    List<String> titles();

    /// A rank for somebody who leads nothing.
    ///
    /// @param unit the department's name
    String rank(String unit, RandomGenerator random);

    Named name(RandomGenerator random);

    /// Pairs of departments: who leads the first leads the second, too.
    List<Concurrent> concurrent();

    /// The department whose head owns the organisation in Dure.
    String ownersUnit();

    /// The department of the ordinary member that may be signed in as.
    String membersUnit();

    /// What it stores.
    List<DemoBucket> buckets();

    /// @param title in the second department
    record Concurrent(String headOf, String also, String title) {}
}
