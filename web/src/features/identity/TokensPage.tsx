import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatDate } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { Confirm } from '@/ui/Confirm';
import { Line, Lines } from '@/ui/Lines';
import { Page, Section } from '@/ui/Page';
import { Asked, Empty } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { type AccessToken, revokeToken, tokensQuery } from './account';
import { NewTokenPanel } from './NewTokenPanel';

/** One's own personal access tokens, for scripts and clients. */
export function TokensPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const [making, setMaking] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('tokens.add')}
    </Button>
  );
  return (
    <Page
      title={t('tokens.title')}
      description={t('tokens.description')}
      actions={add}
      width="form"
    >
      <Section flush>
        <Asked question={useQuery(tokensQuery(org))} rows={3}>
          {(tokens) =>
            tokens.length === 0 ? (
              <Empty icon={IconKey} title={t('tokens.none')}>
                {t('tokens.none.why')}
              </Empty>
            ) : (
              <Lines>
                {tokens.map((token) => (
                  <TokenLine key={token.id} token={token} />
                ))}
              </Lines>
            )
          }
        </Asked>
      </Section>
      <NewTokenPanel opened={making} onClose={() => setMaking(false)} />
    </Page>
  );
}

function TokenLine({ token }: { token: AccessToken }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState(false);
  const revoke = async () => {
    await revokeToken(org, token.id);
    toasts.say(t('tokens.revoked', { name: token.name }));
    await queries.invalidateQueries(tokensQuery(org));
  };
  const used = token.usedAt
    ? t('tokens.used', { ago: formatAgo(token.usedAt, language, Date.now()) })
    : t('tokens.unused');
  return (
    <Line
      icon={<IconKey size={20} stroke={1.6} aria-hidden />}
      title={token.name}
      detail={
        <>
          {t('tokens.expires', { on: formatDate(token.expiresAt, language) })} · {used}
          <br />
          {token.scopes.join(', ')}
        </>
      }
      actions={
        <>
          <Button variant="subtle" color="red" onClick={() => setRevoking(true)}>
            {t('tokens.revoke')}
          </Button>
          <Confirm
            title={t('tokens.revoke.title', { name: token.name })}
            opened={revoking}
            submit={t('tokens.revoke')}
            act={revoke}
            onClose={() => setRevoking(false)}
          >
            {t('tokens.revoke.why')}
          </Confirm>
        </>
      }
    />
  );
}
