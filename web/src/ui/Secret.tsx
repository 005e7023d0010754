import { useEffect, useRef } from 'react';
import { CopyButton } from './CopyButton';
import { Notice } from './Notice';
import classes from './Secret.module.css';

type Labelled = { label: string; value: string };
type Props = { warning: string; values: Labelled[] };

/** What is shown this once and never again, ready to be copied. */
export function Secret({ warning, values }: Props) {
  const first = useRef<HTMLDListElement>(null);
  // The form that made it is gone, and with it the focus.
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  return (
    <div className={classes.secret}>
      <Notice tone="warn">{warning}</Notice>
      <dl ref={first} className={classes.values}>
        {values.map(({ label, value }) => (
          <Value key={label} label={label} value={value} />
        ))}
      </dl>
    </div>
  );
}

function Value({ label, value }: Labelled) {
  const shown = useRef<HTMLElement>(null);
  return (
    <div className={classes.value}>
      <dt>{label}</dt>
      <dd>
        <code ref={shown}>{value}</code>
        <CopyButton what={label} text={value} shown={shown} />
      </dd>
    </div>
  );
}

/** Text for a terminal or a file, as it is typed. */
export function Snippet({ text, label }: { text: string; label: string }) {
  const shown = useRef<HTMLPreElement>(null);
  return (
    <div className={classes.snippet}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section tabIndex={0} aria-label={label}>
        <pre ref={shown}>{text}</pre>
      </section>
      <CopyButton what={label} text={text} shown={shown} />
    </div>
  );
}
