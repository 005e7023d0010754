import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chosenAnew } from '@/ui/chosenAnew';
import { Stack } from '@/ui/Stack';

/** The columns that the server knows; the first two are needed. */
const columns = [
  'employeeNumber',
  'name',
  'latinName',
  'chineseName',
  'login',
  'email',
  'phone',
  'extension',
  'mobile',
  'birthday',
  'hiredOn',
  'department',
  'rank',
  'title',
  'duty',
  'concurrentPosts',
] as const;

type Props = { reading: boolean; onChosen: (file: File) => void };

/** Says what the file holds, and takes it. */
export function ImportFile({ reading, onChosen }: Props) {
  const { t } = useTranslation();
  return (
    <Stack>
      <p>{t('import.hint')}</p>
      <p>{columns.map((column) => t(`import.column.${column}`)).join(' · ')}</p>
      <div>
        <FileButton
          accept=".csv,text/csv"
          onChange={(file) => file && onChosen(file)}
          inputProps={{ ...chosenAnew, 'aria-label': t('import.choose') }}
        >
          {(props) => (
            <Button
              {...props}
              loading={reading}
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            >
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
      </div>
    </Stack>
  );
}
