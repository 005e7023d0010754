import { VisuallyHidden } from '@mantine/core';
import { ChartFrame } from './ChartFrame';
import { area, line, type Point, ticks } from './chart';
import classes from './LineChart.module.css';

type Props = {
  label: string;
  /** In order of time. */
  points: { label: string; value: number }[];
  format: (value: number) => string;
  height?: number;
  /** Whether the same figures stand in a table of their own on the page. */
  tabled?: boolean;
};

/** One value over time. The same figures stand in a table for those who cannot see the line. */
export function LineChart({ label, points, format, height = 200, tabled = false }: Props) {
  return (
    <figure className={classes.chart}>
      <ChartFrame
        label={label}
        at={points.map((point) => point.label)}
        levels={ticks(Math.max(0, ...points.map(({ value }) => value)))}
        format={format}
        tip={(index) => ({
          title: format(points[index]?.value ?? 0),
          text: points[index]?.label ?? '',
          top: points[index]?.value ?? 0,
        })}
        kind="points"
        height={height}
      >
        {({ x, y, ground, chosen }) => {
          const at = points.map(({ value }, index): Point => [x(index), y(value)]);
          const spot = chosen === undefined ? undefined : at[chosen];
          return (
            <>
              <path d={area(at, ground)} className={classes.area} />
              <path d={line(at)} className={classes.line} />
              {spot && <circle cx={spot[0]} cy={spot[1]} r={4} className={classes.spot} />}
            </>
          );
        }}
      </ChartFrame>
      {!tabled && (
        <VisuallyHidden>
          <table>
            <caption>{label}</caption>
            <tbody>
              {points.map((point) => (
                <tr key={point.label}>
                  <th scope="row">{point.label}</th>
                  <td>{format(point.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
      )}
    </figure>
  );
}
