import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chosenAnew } from '@/ui/chosenAnew';

/** Chooses files to upload. */
export function UploadButton({ onChosen }: { onChosen: (files: File[]) => void }) {
  const { t } = useTranslation();
  return (
    <FileButton
      multiple
      onChange={onChosen}
      inputProps={{ ...chosenAnew, 'aria-label': t('objects.upload') }}
    >
      {(props) => (
        <Button {...props} leftSection={<IconUpload size={16} aria-hidden />}>
          {t('objects.upload')}
        </Button>
      )}
    </FileButton>
  );
}
