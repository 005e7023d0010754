import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Lines } from '@/ui/Lines';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { KeyLine } from './KeyLine';
import { KeyPanel } from './KeyPanel';
import { type IssuedKey, keysQuery } from './keys';

type Panel = { kind: 'none' } | { kind: 'new' } | { kind: 'issued'; issued: IssuedKey };

/** The access keys of S3 clients: one's own, and those of applications. */
export function KeysPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [panel, setPanel] = useState<Panel>({ kind: 'none' });
  const issue = (issued: IssuedKey) => setPanel({ kind: 'issued', issued });
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setPanel({ kind: 'new' })}
    >
      {t('keys.add')}
    </Button>
  );

  return (
    <Page title={t('keys.title')} description={t('keys.description')} actions={add}>
      <Section flush>
        <Asked question={useQuery(keysQuery(org))} rows={3}>
          {(keys) =>
            keys.length === 0 ? (
              <Empty icon={IconKey} title={t('keys.empty')} action={add}>
                {t('keys.empty.why')}
              </Empty>
            ) : (
              <Lines>
                {keys.map((key) => (
                  <KeyLine key={key.id} accessKey={key} onIssued={issue} />
                ))}
              </Lines>
            )
          }
        </Asked>
      </Section>
      <KeyPanel
        opened={panel.kind !== 'none'}
        issued={panel.kind === 'issued' ? panel.issued : undefined}
        onIssued={issue}
        onClose={() => setPanel({ kind: 'none' })}
      />
    </Page>
  );
}
