import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Secret } from '@/ui/Secret';
import { Row, Stack } from '@/ui/Stack';

type Props = {
  /** Whom to send it to, and that it is shown only now. */
  warning: string;
  /** Of the page to open, from the root of this Dure. */
  path: string;
  onClose: () => void;
};

/** The one-time link with which somebody comes in, shown once. */
export function Invitation({ warning, path, onClose }: Props) {
  const { t } = useTranslation();
  const link = { label: t('organisations.invitation'), value: window.location.origin + path };
  return (
    <Stack>
      <Secret warning={warning} values={[link]} />
      <Row>
        <Button variant="default" onClick={onClose}>
          {t('ui.close')}
        </Button>
      </Row>
    </Stack>
  );
}
