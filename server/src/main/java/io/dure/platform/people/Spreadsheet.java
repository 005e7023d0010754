package io.dure.platform.people;

/// Keeps cells from being formulas: a spreadsheet computes what begins with one of these, so that a
/// name such as `=HYPERLINK(…)` would act on whoever opens the file. An apostrophe in front makes
/// it text; it is taken away again when the file comes back.
public final class Spreadsheet {
    private static final String ACTIVE = "=+-@\t\r";

    private Spreadsheet() {}

    public static String guarded(String cell) {
        return isActive(cell) || !unguarded(cell).equals(cell) ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && isActive(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isActive(String cell) {
        return !cell.isEmpty() && ACTIVE.indexOf(cell.charAt(0)) >= 0;
    }
}
