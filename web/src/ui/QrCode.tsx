import { create } from 'qrcode';
import { useMemo } from 'react';
import classes from './QrCode.module.css';

const quietZone = 4;

/** A text as a QR code: dark on white in every theme, since that is what cameras read. */
export function QrCode({
  text,
  label,
  size = 176,
}: {
  text: string;
  label: string;
  size?: number;
}) {
  const { path, side } = useMemo(() => draw(text), [text]);
  return (
    <svg
      className={classes.code}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
    >
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}

function draw(text: string): { path: string; side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = Array.from(modules.data, (bit, index) => (bit ? index : -1)).filter(
    (index) => index >= 0,
  );
  const path = dark.map((index) => {
    const [x, y] = [index % modules.size, Math.floor(index / modules.size)];
    return `M${x + quietZone} ${y + quietZone}h1v1h-1z`;
  });
  return { path: path.join(''), side: modules.size + 2 * quietZone };
}
