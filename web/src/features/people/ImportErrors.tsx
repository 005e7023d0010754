import { useTranslation } from 'react-i18next';
import { fieldText } from '@/shared/errorText';
import { Line, Lines } from '@/ui/Lines';
import { Notice } from '@/ui/Notice';
import { Stack } from '@/ui/Stack';
import type { Import } from './imports';

/** Where the file is wrong. Nothing of it is taken until all of it is right. */
export function ImportErrors({ read }: { read: Import }) {
  const { t } = useTranslation();
  const left = read.errorCount - read.errors.length;
  return (
    <Stack>
      <Notice tone="warn">{t('import.mend')}</Notice>
      <Lines>
        {read.errors.map((error) => (
          <Line
            key={`${error.line} ${error.field} ${error.code}`}
            title={t('import.line', { line: error.line })}
            detail={`${error.field}: ${fieldText(error, t)}`}
          />
        ))}
      </Lines>
      {left > 0 && <p>{t('import.more', { count: left })}</p>}
    </Stack>
  );
}
