import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@/shared/errorText';
import { formatBytes } from '@/shared/format';
import { photoOf } from '@/shared/photo';
import { useOrg } from '@/shared/place';
import { chosenAnew } from '@/ui/chosenAnew';
import { DropArea } from '@/ui/DropArea';
import { Face } from '@/ui/Face';
import { Notice } from '@/ui/Notice';
import { Row } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { PhotoCropper } from './PhotoCropper';
import classes from './PhotoField.module.css';
import { pictureMaxBytes, pictureTypes, putPhoto, removePhoto } from './photos';

type Props = { id: string; name: string; tag?: string | null };

/** A person's photo: chosen or dropped, cut to a square, and taken away again. */
export function PhotoField({ id, name, tag }: Props) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const { picture, trouble, choose, close } = usePicture();
  const { put, remove } = usePhoto(id, close);
  const photo = photoOf(org, id, tag);
  const limit = formatBytes(pictureMaxBytes, i18n.language);
  return (
    <DropArea disabled={put.isPending} onDropped={([file]) => void choose(file)}>
      <div className={classes.field}>
        <Face name={name} photo={photo} size={72} />
        <div className={classes.words}>
          <Row>
            <FileButton
              accept={pictureTypes.join(',')}
              inputProps={chosenAnew}
              onChange={(file) => void choose(file)}
            >
              {(props) => (
                <Button {...props} variant="default">
                  {t(photo ? 'photo.change' : 'photo.choose')}
                </Button>
              )}
            </FileButton>
            {photo && (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => remove.mutate(photo)}
              >
                {t('photo.remove')}
              </Button>
            )}
          </Row>
          <p className={classes.hint}>{t('photo.hint', { limit })}</p>
          {trouble && <Notice tone="bad">{t(trouble, { limit })}</Notice>}
        </div>
      </div>
      <PhotoCropper
        picture={picture}
        sending={put.isPending}
        failure={put.error ? errorText(put.error, t) : undefined}
        onDone={put.mutate}
        onClose={() => {
          put.reset();
          close();
        }}
      />
    </DropArea>
  );
}

type Trouble = 'photo.tooLarge' | 'photo.unreadable';

/** The picture that was chosen, as far as the browser can read it. */
function usePicture() {
  const [picture, setPicture] = useState<ImageBitmap>();
  const [trouble, setTrouble] = useState<Trouble>();
  const choose = async (file: File | null | undefined) => {
    if (!file) return;
    setTrouble(undefined);
    if (file.size > pictureMaxBytes) return setTrouble('photo.tooLarge');
    try {
      setPicture(await createImageBitmap(file));
    } catch {
      setTrouble('photo.unreadable');
    }
  };
  return { picture, trouble, choose, close: () => setPicture(undefined) };
}

function usePhoto(id: string, onPut: () => void) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  // A face is shown in many places.
  const refresh = () => queries.invalidateQueries({ queryKey: [org] });
  const put = useMutation({
    mutationFn: (photo: Blob) => putPhoto(org, id, photo),
    onSuccess: () => {
      onPut();
      toasts.say(t('photo.changed'));
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (address: string) => removePhoto(org, id, address),
    onSuccess: (kept) => {
      toasts.done(t('photo.removed'), async () => {
        await putPhoto(org, id, kept);
        await refresh();
      });
      return refresh();
    },
    onError: toasts.fail,
  });
  return { put, remove };
}
