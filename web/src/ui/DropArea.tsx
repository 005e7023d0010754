import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './DropArea.module.css';

type Props = { disabled: boolean; onDropped: (files: File[]) => void; children: ReactNode };

/** Takes files that are dropped on it. Whoever uses no mouse has the button. */
export function DropArea({ disabled, onDropped, children }: Props) {
  const [over, setOver] = useState(false);
  if (disabled) return children;

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDropped([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button
    <div
      className={classes.area}
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
    </div>
  );
}
