package io.dure.engines.objects.form;

import java.util.Arrays;

/// What a policy demands of a form.
sealed interface PostCondition {
    /// @param name of the field, in lower case
    record Equal(String name, String value) implements PostCondition {
        @Override
        public boolean holds(FormFields form) {
            return form.find(name).orElse("").equals(value);
        }

        @Override
        public String toString() {
            return "[\"eq\", \"$" + name + "\", \"" + value + "\"]";
        }
    }

    /// @param name of the field, in lower case
    /// @param start empty lets the field be anything
    record StartsWith(String name, String start) implements PostCondition {
        /// Several types must all do.
        private static final String LISTED = "content-type";

        @Override
        public boolean holds(FormFields form) {
            var value = form.find(name).orElse("");
            return name.equals(LISTED)
                    ? Arrays.stream(value.split(",", -1))
                            .allMatch(type -> type.strip().startsWith(start))
                    : value.startsWith(start);
        }

        @Override
        public String toString() {
            return "[\"starts-with\", \"$" + name + "\", \"" + start + "\"]";
        }
    }

    /// The field that it is about.
    String name();

    boolean holds(FormFields form);
}
