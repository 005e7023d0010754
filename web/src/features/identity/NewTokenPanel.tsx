import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capabilityText } from '@/shared/capability';
import { useOrg } from '@/shared/place';
import { useMe } from '@/shared/session';
import { FormFooter } from '@/ui/FormFooter';
import { Secret } from '@/ui/Secret';
import { SidePanel } from '@/ui/SidePanel';
import { Row, Stack } from '@/ui/Stack';
import { useForm } from '@/ui/useForm';
import { createToken, tokensQuery } from './account';

const lifetimes = ['7', '30', '90', '366'] as const;
const noScopes: string[] = [];

type Props = { opened: boolean; onClose: () => void };

/** Makes a token, and shows its secret once. */
export function NewTokenPanel({ opened, onClose }: Props) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string>();
  const close = () => {
    setSecret(undefined);
    onClose();
  };
  return (
    <SidePanel title={t('tokens.add')} opened={opened} onClose={close}>
      {secret ? (
        <Stack>
          <Secret
            warning={t('tokens.once')}
            values={[{ label: t('tokens.secret'), value: secret }]}
          />
          <Row>
            <Button variant="default" onClick={close}>
              {t('ui.close')}
            </Button>
          </Row>
        </Stack>
      ) : (
        <NewTokenForm onMade={setSecret} />
      )}
    </SidePanel>
  );
}

function NewTokenForm({ onMade }: { onMade: (secret: string) => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const queries = useQueryClient();
  const { capabilities = [] } = useMe().data ?? {};
  const form = useForm({ name: '', days: '30', scopes: noScopes });
  const send = form.submit(async ({ name, days, scopes }, key) => {
    const made = await createToken(org, { name, scopes, days: Number(days) }, key);
    await queries.invalidateQueries(tokensQuery(org));
    onMade(made.secret);
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.name.hint')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('name')}
        />
        <Select
          label={t('tokens.days')}
          allowDeselect={false}
          data={lifetimes.map((value) => ({
            value,
            label: t('tokens.days.count', { count: Number(value) }),
          }))}
          {...form.value('days')}
          onChange={(days) => days && form.set('days', days)}
        />
        <Checkbox.Group
          label={t('tokens.scopes')}
          description={t('tokens.scopes.hint')}
          {...form.value('scopes')}
        >
          <Stack gap={2}>
            {capabilities.map((capability) => (
              <Checkbox
                key={capability}
                value={capability}
                label={capabilityText(capability, t)}
                description={capability}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormFooter submit={t('tokens.add')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
