import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import classes from './ChartFrame.module.css';
import { scale } from './chart';

/** Where things are drawn, in pixels. */
export type Geometry = {
  /** The middle of what stands at an index. */
  x: (index: number) => number;
  y: (value: number) => number;
  /** How much room one index has. */
  step: number;
  ground: number;
  chosen: number | undefined;
};

type Props = {
  label: string;
  /** What stands below each index, in order of time. */
  at: string[];
  levels: number[];
  format: (value: number) => string;
  /** What is said of one index: in the tip, and to those who cannot see it. */
  tip: (index: number) => { title: string; text: string; top: number };
  /** Points reach from edge to edge; columns stand within. */
  kind: 'points' | 'columns';
  height: number;
  children: (geometry: Geometry) => ReactNode;
};

const margin = { top: 10, right: 10, bottom: 24, left: 64 };

/**
 * What every chart over time has: levels, the first and the last time, and a tip at the one that is
 * chosen by pointer or, once it has the focus, by arrow keys.
 */
export function ChartFrame({ label, at, levels, format, tip, kind, height, children }: Props) {
  const { ref, width } = useElementSize();
  const last = at.length - 1;
  const [chosen, setChosen] = useChosen(last);
  const right = Math.max(width - margin.right, margin.left + 1);
  const ground = height - margin.bottom;
  const step = (right - margin.left) / Math.max(kind === 'points' ? last : at.length, 1);
  const x =
    kind === 'points'
      ? scale(last, margin.left, right)
      : (index: number) => margin.left + (index + 0.5) * step;
  const y = scale(levels.at(-1) ?? 1, ground, margin.top);
  const here = chosen === undefined ? undefined : tip(chosen);

  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    const offset = event.clientX - event.currentTarget.getBoundingClientRect().left - margin.left;
    const index = kind === 'points' ? Math.round(offset / step) : Math.floor(offset / step);
    setChosen(Math.min(Math.max(index, 0), last));
  };

  return (
    <div className={classes.chart}>
      <div
        ref={ref}
        className={classes.picture}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(last, 0)}
        aria-valuenow={chosen ?? Math.max(last, 0)}
        aria-valuetext={said(tip, chosen ?? last)}
        onPointerMove={onMove}
        onPointerLeave={() => setChosen(undefined)}
        onBlur={() => setChosen(undefined)}
        onKeyDown={(event) => onKey(event, chosen, last, setChosen)}
      >
        <svg width={width} height={height} aria-hidden>
          {levels.map((level) => (
            <g key={level}>
              <line
                x1={margin.left}
                x2={right}
                y1={y(level)}
                y2={y(level)}
                className={classes.grid}
              />
              <text x={margin.left - 8} y={y(level)} className={classes.level}>
                {format(level)}
              </text>
            </g>
          ))}
          {children({ x, y, step, ground, chosen })}
          <text x={margin.left} y={height - 6} className={classes.from}>
            {at[0]}
          </text>
          <text x={right} y={height - 6} className={classes.to}>
            {last > 0 && at[last]}
          </text>
        </svg>
      </div>
      {here && chosen !== undefined && (
        <div
          className={classes.tip}
          style={{ left: x(chosen), top: Math.max(y(here.top), margin.top + 12) }}
          data-side={x(chosen) > width / 2 ? 'left' : 'right'}
        >
          <strong>{here.title}</strong> {here.text}
        </div>
      )}
    </div>
  );
}

/** Nothing is chosen any more once there is less to choose from. */
function useChosen(last: number) {
  const [chosen, setChosen] = useState<number>();
  const known = chosen !== undefined && chosen <= last ? chosen : undefined;
  return [known, setChosen] as const;
}

function said(tip: Props['tip'], index: number): string {
  if (index < 0) return '';
  const { title, text } = tip(index);
  return `${title} ${text}`;
}

function onKey(
  event: KeyboardEvent,
  chosen: number | undefined,
  last: number,
  choose: (index: number | undefined) => void,
) {
  const places: Record<string, number | undefined> = {
    ArrowLeft: Math.max((chosen ?? last + 1) - 1, 0),
    ArrowRight: Math.min((chosen ?? last - 1) + 1, last),
    Home: 0,
    End: last,
  };
  if (event.key === 'Escape') {
    choose(undefined);
  } else if (event.key in places && last >= 0) {
    event.preventDefault();
    choose(places[event.key]);
  }
}
