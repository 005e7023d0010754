/** How large a picture is, in its own pixels. */
export type Size = { width: number; height: number };

/** What is seen of a picture: the middle of a square, in its pixels, and how far one is drawn in. */
export type Crop = { x: number; y: number; zoom: number };

export const mostZoom = 4;

/** The largest square in the middle. */
export function middleOf({ width, height }: Size): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** How long a side of the square is, in the picture's pixels. */
export function sideOf({ width, height }: Size, { zoom }: Crop): number {
  return Math.min(width, height) / zoom;
}

/** The same, with the square inside the picture. */
export function inside(size: Size, { x, y, zoom }: Crop): Crop {
  const closer = clamp(zoom, 1, mostZoom);
  const half = sideOf(size, { x, y, zoom: closer }) / 2;
  return {
    x: clamp(x, half, size.width - half),
    y: clamp(y, half, size.height - half),
    zoom: closer,
  };
}

/** Moves what is seen by parts of the square's side. */
export function panned(size: Size, crop: Crop, right: number, down: number): Crop {
  const side = sideOf(size, crop);
  return inside(size, { ...crop, x: crop.x + right * side, y: crop.y + down * side });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
