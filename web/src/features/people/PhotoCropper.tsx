import { Button } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { Row, Stack } from '@/ui/Stack';
import { type Crop, inside, middleOf, mostZoom, panned, sideOf } from './crop';
import classes from './PhotoCropper.module.css';

/** The side of the square that is kept, in pixels: twice the largest face on a dense screen. */
const kept = 512;

/** How far an arrow key moves, in parts of the square. */
const step = 0.05;

const arrows: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

type Props = {
  picture: ImageBitmap | undefined;
  sending: boolean;
  failure?: string;
  onDone: (photo: Blob) => void;
  onClose: () => void;
};

/** Chooses the square of a picture that becomes a photo: drag or arrow keys move, the slider draws nearer. */
export function PhotoCropper({ picture, onClose, ...others }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('photo.crop')} opened={picture !== undefined} onClose={onClose}>
      {picture && <Cropper picture={picture} onClose={onClose} {...others} />}
    </Dialog>
  );
}

type CropperProps = Props & { picture: ImageBitmap };

function Cropper({ picture, sending, failure, onDone, onClose }: CropperProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState(() => middleOf(picture));

  useEffect(() => draw(canvas.current, picture, crop), [picture, crop]);

  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const shown = event.currentTarget.clientWidth;
    setCrop((now) => panned(picture, now, -event.movementX / shown, -event.movementY / shown));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    setCrop((now) => panned(picture, now, ...way));
  };
  const take = () => canvas.current?.toBlob((photo) => photo && onDone(photo), 'image/jpeg', 0.9);

  return (
    <Stack>
      <canvas
        ref={canvas}
        className={classes.square}
        width={kept}
        height={kept}
        tabIndex={0}
        role="img"
        aria-label={t('photo.crop.hint')}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <label className={classes.zoom}>
        {t('photo.crop.zoom')}
        <input
          type="range"
          data-autofocus
          min={1}
          max={mostZoom}
          step={0.05}
          value={crop.zoom}
          onChange={({ currentTarget }) => {
            const zoom = Number(currentTarget.value);
            setCrop((now) => inside(picture, { ...now, zoom }));
          }}
        />
      </label>
      <p className={classes.hint}>{t('photo.crop.hint')}</p>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <Row>
        <Button loading={sending} onClick={take}>
          {t('ui.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Row>
    </Stack>
  );
}

/** What is drawn is what is kept. A photo has no transparency: white is behind it. */
function draw(canvas: HTMLCanvasElement | null, picture: ImageBitmap, crop: Crop) {
  const context = canvas?.getContext('2d');
  if (!context) return;
  const side = sideOf(picture, crop);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, kept, kept);
  context.imageSmoothingQuality = 'high';
  const [left, top] = [crop.x - side / 2, crop.y - side / 2];
  context.drawImage(picture, left, top, side, side, 0, 0, kept, kept);
}
