import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { Snippet } from '@/ui/Secret';
import { Row, Stack } from '@/ui/Stack';

/** The codes that stand in for a lost phone, each once; shown now and never again. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Notice tone="warn">{t('secondFactor.recovery.once')}</Notice>
      <Snippet label={t('secondFactor.recovery')} text={codes.join('\n')} />
      <Row>
        <Button onClick={onDone}>{t('secondFactor.recovery.kept')}</Button>
      </Row>
    </Stack>
  );
}
