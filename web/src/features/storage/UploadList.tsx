import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorText } from '@/shared/errorText';
import { Meter } from '@/ui/Meter';
import { Notice } from '@/ui/Notice';
import { Section } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import type { Upload } from './uploads';

/** How many of those on their way are shown one by one. */
const shown = 5;

type Props = { uploads: Upload[]; onClear: () => void };

/** How far the files have come that are being sent. */
export function UploadList({ uploads, onClear }: Props) {
  const { t } = useTranslation();
  if (uploads.length === 0) return null;
  const done = uploads.filter(({ state }) => state === 'done').length;
  const failed = uploads.filter(({ state }) => state === 'failed');
  const sending = uploads.filter(({ state }) => state === 'sending');
  const ended = done + failed.length === uploads.length;
  return (
    <Section
      title={t('uploads.title', { done, all: uploads.length })}
      actions={
        ended && (
          <Button variant="default" size="xs" onClick={onClear}>
            {t('ui.close')}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        {sending.slice(0, shown).map(({ id, name, share }) => (
          <Meter key={id} kind="progress" label={name} share={share} />
        ))}
        {failed.slice(0, shown).map(({ id, name, error }) => (
          <Notice key={id} tone="bad" title={name}>
            {errorText(error, t)}
          </Notice>
        ))}
      </Stack>
    </Section>
  );
}
