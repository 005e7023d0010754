import type { ReactNode } from 'react';
import classes from './Meter.module.css';

type Props = {
  label: string;
  /** 0 to 1. */
  share: number;
  /** What is written beside the label, such as `3 of 10 GiB`. */
  detail?: ReactNode;
  /** Shares at which something happens, drawn on the bar. */
  marks?: readonly number[];
  /** A meter says how full something is and warns; progress says how far something has come. */
  kind?: 'meter' | 'progress';
};

function tone(share: number): string {
  if (share >= 0.95) return 'bad';
  return share >= 0.8 ? 'warn' : 'plain';
}

/** A bar, with the words that say what it measures. */
export function Meter({ label, share, detail, marks = [], kind = 'meter' }: Props) {
  const percent = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div className={classes.meter} data-tone={kind === 'meter' ? tone(share) : 'plain'}>
      <div className={classes.words}>
        <span>{label}</span>
        <span className={classes.detail}>{detail ?? `${percent} %`}</span>
      </div>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles may have a label */}
      <div
        className={classes.track}
        role={kind === 'meter' ? 'meter' : 'progressbar'}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={classes.bar} style={{ width: `${percent}%` }} />
        {marks.map((mark) => (
          <div key={mark} className={classes.mark} style={{ insetInlineStart: `${mark * 100}%` }} />
        ))}
      </div>
    </div>
  );
}
