import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Secret, Snippet } from '@/ui/Secret';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { clientSettings } from './clientSettings';
import type { IssuedKey } from './keys';
import { NewKeyForm } from './NewKeyForm';
import { storageQuery } from './storage';

type Props = {
  opened: boolean;
  issued: IssuedKey | undefined;
  onIssued: (issued: IssuedKey) => void;
  onClose: () => void;
};

/** Makes a key, then shows its secret once, with settings that are ready to be pasted. */
export function KeyPanel({ opened, issued, onIssued, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t(issued ? 'keys.issued' : 'keys.add')} opened={opened} onClose={onClose}>
      {issued ? <Issued issued={issued} /> : <NewKeyForm onIssued={onIssued} />}
    </SidePanel>
  );
}

function Issued({ issued: { key, secret } }: { issued: IssuedKey }) {
  const { t } = useTranslation();
  const storage = useQuery(storageQuery(useOrg()));
  return (
    <Stack>
      <Secret
        warning={t('keys.once')}
        values={[
          { label: t('keys.id'), value: key.id },
          { label: t('keys.secret'), value: secret },
        ]}
      />
      <Asked question={storage} rows={3}>
        {(settings) => (
          <Tabs defaultValue="aws">
            <Tabs.List aria-label={t('keys.settings')}>
              {clientSettings(settings, { id: key.id, secret }).map(({ client }) => (
                <Tabs.Tab key={client} value={client}>
                  {client}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {clientSettings(settings, { id: key.id, secret }).map(({ client, file, text }) => (
              <Tabs.Panel key={client} value={client} pt="sm">
                <p>{t('keys.settings.file', { file })}</p>
                <Snippet label={client} text={text} />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Asked>
    </Stack>
  );
}
