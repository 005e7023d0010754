import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useState } from 'react';
import { area, line, type Point, scale, ticks } from './chart';
import classes from './LineChart.module.css';

type Props = {
  label: string;
  /** In order of time. */
  points: { label: string; value: number }[];
  format: (value: number) => string;
  height?: number;
};

const margin = { top: 10, right: 10, bottom: 24, left: 64 };

/** One value over time. The same figures stand in a table for those who cannot see the line. */
export function LineChart({ label, points, format, height = 200 }: Props) {
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<number>();
  const levels = ticks(Math.max(0, ...points.map(({ value }) => value)));
  const top = levels.at(-1) ?? 1;
  const x = scale(points.length - 1, margin.left, Math.max(width - margin.right, margin.left + 1));
  const y = scale(top, height - margin.bottom, margin.top);
  const at = points.map(({ value }, index): Point => [x(index), y(value)]);
  const here = chosen === undefined ? undefined : points[chosen];
  const spot = chosen === undefined ? undefined : at[chosen];

  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const offset = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const share = (offset - margin.left) / (width - margin.left - margin.right);
    const nearest = Math.round(share * (points.length - 1));
    setChosen(Math.min(Math.max(nearest, 0), points.length - 1));
  };

  return (
    <figure ref={ref} className={classes.chart}>
      <svg
        width={width}
        height={height}
        aria-hidden
        onPointerMove={onMove}
        onPointerLeave={() => setChosen(undefined)}
      >
        {levels.map((level) => (
          <g key={level}>
            <line
              x1={margin.left}
              x2={width - margin.right}
              y1={y(level)}
              y2={y(level)}
              className={classes.grid}
            />
            <text x={margin.left - 8} y={y(level)} className={classes.level}>
              {format(level)}
            </text>
          </g>
        ))}
        <path d={area(at, height - margin.bottom)} className={classes.area} />
        <path d={line(at)} className={classes.line} />
        {[points[0], points.at(-1)].map((point, end) => (
          <text
            key={end === 0 ? 'from' : 'to'}
            x={end === 0 ? margin.left : width - margin.right}
            y={height - 6}
            className={end === 0 ? classes.from : classes.to}
          >
            {point?.label}
          </text>
        ))}
        {spot && <circle cx={spot[0]} cy={spot[1]} r={4} className={classes.spot} />}
      </svg>
      {here && spot && (
        <div
          className={classes.tip}
          style={{ left: spot[0], top: spot[1] }}
          data-side={spot[0] > width / 2 ? 'left' : 'right'}
        >
          <strong>{format(here.value)}</strong> {here.label}
        </div>
      )}
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
    </figure>
  );
}
