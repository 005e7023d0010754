import { ChartFrame } from './ChartFrame';
import classes from './ColumnChart.module.css';
import { stacked, ticks } from './chart';

type Props = {
  label: string;
  /** What the columns are made of, from the ground up; four at most. */
  parts: string[];
  /** In order of time, with a value for each part. */
  columns: { label: string; values: number[] }[];
  format: (value: number) => string;
  /** What levels are whole multiples of: things are counted in tens, bytes in powers of two. */
  base: 2 | 10;
  height?: number;
};

/** Columns over time, each of some parts. The page has the same figures in a table. */
export function ColumnChart({ label, parts, columns, format, base, height = 200 }: Props) {
  const totals = columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  return (
    <figure className={classes.chart}>
      <ul className={classes.legend}>
        {parts.map((part, index) => (
          <li key={part}>
            <span className={classes.swatch} data-part={index} aria-hidden />
            {part}
          </li>
        ))}
      </ul>
      <ChartFrame
        label={label}
        at={columns.map((column) => column.label)}
        levels={ticks(Math.max(0, ...totals), base)}
        format={format}
        tip={(index) => ({
          title: columns[index]?.label ?? '',
          text: parts
            .map((part, at) => `${part} ${format(columns[index]?.values[at] ?? 0)}`)
            .join(' · '),
          top: totals[index] ?? 0,
        })}
        kind="columns"
        height={height}
      >
        {({ x, y, step, chosen }) => {
          const width = Math.max(Math.min(step * 0.72, 36), 1);
          return columns.map(({ label: key, values }, index) => (
            <g key={key} data-chosen={index === chosen || undefined} className={classes.column}>
              {stacked(values).map(([from, to], part) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
                  key={part}
                  x={x(index) - width / 2}
                  width={width}
                  y={y(to)}
                  height={Math.max(y(from) - y(to), 0)}
                  data-part={part}
                />
              ))}
            </g>
          ));
        }}
      </ChartFrame>
    </figure>
  );
}
