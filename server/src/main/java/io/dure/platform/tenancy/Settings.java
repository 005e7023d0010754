package io.dure.platform.tenancy;

import io.dure.platform.problem.Input;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// How an organisation made Dure its own.
///
/// @param colour accent `#rrggbb`, or empty for the product's own
/// @param logoVersion counts uploads of the logo; 0: none
/// @param startPage the module whose page comes first after sign-in, or empty for the home page
/// @param menuOrder names of modules in the order of the menu; those not named follow
/// @param modulesOff names of modules that the plan has and its people do not use
/// @param secondFactorDemanded whether its people must have a second factor
public record Settings(
        String colour,
        long logoVersion,
        String startPage,
        List<String> menuOrder,
        Set<String> modulesOff,
        boolean secondFactorDemanded) {
    /// What an organisation begins with.
    public static final Settings DEFAULT = new Settings("", 0, "", List.of(), Set.of(), false);

    private static final Pattern COLOUR = Pattern.compile("(#[0-9a-f]{6})?");
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final int MAX_MODULES = 100;

    public Settings {
        menuOrder = List.copyOf(menuOrder);
        modulesOff = Set.copyOf(modulesOff);
    }

    Settings withLogo(long version) {
        return new Settings(
                colour, version, startPage, menuOrder, modulesOff, secondFactorDemanded);
    }

    /// Notes what is wrong with settings that came from outside.
    void check(Input input) {
        input.expect(
                COLOUR.matcher(colour).matches(),
                "colour",
                "malformed",
                "A colour looks like #1a2b3c.");
        input.expect(
                startPage.isEmpty() || MODULE.matcher(startPage).matches(),
                "startPage",
                "malformed",
                "The start page is the name of a module.");
        checkModules(input, "menuOrder", menuOrder);
        checkModules(input, "modulesOff", modulesOff);
    }

    private static void checkModules(Input input, String field, Collection<String> modules) {
        input.expect(
                modules.size() <= MAX_MODULES
                        && modules.stream().allMatch(name -> MODULE.matcher(name).matches()),
                field,
                "malformed",
                "These are not names of modules.");
    }
}
