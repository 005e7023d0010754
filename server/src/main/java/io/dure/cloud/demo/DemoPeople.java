package io.dure.cloud.demo;

import io.dure.platform.people.Department;
import io.dure.platform.people.Departments;
import io.dure.platform.people.Designation;
import io.dure.platform.people.Designations;
import io.dure.platform.people.People;
import io.dure.platform.people.PeopleCapabilities;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DemoPart;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The org charts of the demonstration, and everybody in them.
@Component
class DemoPeople implements DemoPart {
    private final Map<String, Script> scripts;
    private final People people;
    private final Departments departments;
    private final Designations designations;

    DemoPeople(
            Collection<Script> scripts,
            People people,
            Departments departments,
            Designations designations) {
        this.scripts =
                scripts.stream().collect(Collectors.toMap(Script::shortName, Function.identity()));
        this.people = people;
        this.departments = departments;
        this.designations = designations;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void fill(Organisation organisation, RandomGenerator random) {
        var script = scripts.get(organisation.shortName());
        if (script == null) {
            return;
        }
        var caller = caller(organisation);
        var ranks = list(caller, Designation.Kind.RANK, script.ranks());
        var titles = list(caller, Designation.Kind.TITLE, script.titles());
        var chart = new DemoChart(departments, caller);
        script.units().forEach(unit -> chart.open(unit, Optional.empty()));
        var hiring = new DemoHiring(script, random, chart, ranks, titles);
        for (var hire : hiring.everybody()) {
            var person = people.create(caller, hire.kind(), hire.details(), hire.posts()).person();
            people.arrived(person.id());
            hire.leads().ifPresent(unit -> lead(caller, chart.department(unit), person.id()));
        }
    }

    private void lead(Caller caller, Department department, PersonId head) {
        departments.edit(
                caller,
                department.id(),
                department.version(),
                department.name(),
                Optional.of(head));
    }

    private Map<String, UUID> list(Caller caller, Designation.Kind kind, List<String> names) {
        var version = designations.list(caller, kind).version();
        var entries = names.stream().map(name -> new Designations.Entry(null, name)).toList();
        return designations.replace(caller, kind, version, entries).items().stream()
                .collect(Collectors.toMap(Designation::name, Designation::id));
    }

    static Caller caller(Organisation organisation) {
        return Caller.author(
                organisation.id(),
                PersonId.LAUNCHER,
                Authority.of(
                        PeopleCapabilities.READ,
                        PeopleCapabilities.MANAGE,
                        PeopleCapabilities.DEPARTMENTS));
    }
}
