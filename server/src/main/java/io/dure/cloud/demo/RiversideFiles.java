package io.dure.cloud.demo;

import java.util.List;

/// What the school keeps.
final class RiversideFiles {
    private RiversideFiles() {}

    static List<DemoBucket> all() {
        return List.of(lessons(), office());
    }

    private static DemoBucket lessons() {
        return new DemoBucket(
                "lessons",
                List.of(
                        DemoFile.text(
                                "Science/Year 8/Density of solids.txt",
                                """
                                Aim: find the density of a stone.

                                1. Weigh the stone.
                                2. Read the water level before and after the stone is in it.
                                3. Divide the mass by the difference.
                                """),
                        DemoFile.csv(
                                "Science/Year 8/Density of solids.csv",
                                """
                                sample,mass (g),volume (ml),density (g/ml)
                                granite,54.0,20.0,2.70
                                chalk,46.0,20.0,2.30
                                pumice,12.8,20.0,0.64
                                """),
                        DemoFile.chart("Science/Year 8/Density of solids.png", 90, 77, 21),
                        DemoFile.text(
                                "English/Year 9/Reading list.txt",
                                """
                                Reading list, spring term

                                - Mary Shelley, Frankenstein
                                - Charles Dickens, Great Expectations
                                - H. G. Wells, The Time Machine
                                """)));
    }

    private static DemoBucket office() {
        return new DemoBucket(
                "school-office",
                List.of(
                        DemoFile.csv(
                                "Timetable/2026 spring.csv",
                                """
                                period,begins,ends
                                1,08:50,09:40
                                2,09:45,10:35
                                3,10:55,11:45
                                4,11:50,12:40
                                """),
                        DemoFile.text(
                                "Letters/Sports day.txt",
                                """
                                Dear parents,

                                sports day is on 12 June, on the field behind the gymnasium.
                                Please send a hat and a bottle of water.
                                """)));
    }
}
