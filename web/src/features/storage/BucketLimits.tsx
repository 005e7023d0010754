import { Button, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { BytesInput } from '@/ui/BytesInput';
import { FormFooter } from '@/ui/FormFooter';
import { SidePanel } from '@/ui/SidePanel';
import { Stack } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import { type Bucket, bucketsQuery, setBucketQuotas } from './storage';

const gibibyte = 1024 ** 3;

/** A bucket's own limits, for whoever manages the storage. */
export function BucketLimits({ bucket: name }: { bucket: string }) {
  const { t } = useTranslation();
  const { data: buckets = [] } = useQuery(bucketsQuery(useOrg()));
  const [opened, setOpened] = useState(false);
  const bucket = buckets.find((one) => one.name === name);
  if (!useMay('storage.manage') || !bucket) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('buckets.limits')}
      </Button>
      <SidePanel title={t('buckets.limits')} opened={opened} onClose={() => setOpened(false)}>
        <LimitsForm key={bucket.version} bucket={bucket} onDone={() => setOpened(false)} />
      </SidePanel>
    </>
  );
}

function LimitsForm({ bucket, onDone }: { bucket: Bucket; onDone: () => void }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const form = useForm({
    limited: bucket.quotaBytes != null,
    quotaBytes: bucket.quotaBytes ?? 10 * gibibyte,
    told: bucket.softQuotaBytes != null,
    softQuotaBytes: bucket.softQuotaBytes ?? 5 * gibibyte,
  });
  const send = form.submit(async ({ limited, quotaBytes, told, softQuotaBytes }) => {
    await setBucketQuotas(org, bucket, {
      quotaBytes: limited ? quotaBytes : undefined,
      softQuotaBytes: told ? softQuotaBytes : undefined,
    });
    toasts.say(t('ui.saved'));
    onDone();
    await queries.invalidateQueries({ queryKey: [org, 'storage'] });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <Switch label={t('buckets.limited')} {...form.checked('limited')} />
        {form.values.limited && (
          <BytesInput
            label={t('buckets.quota')}
            description={t('buckets.quota.what')}
            {...form.value('quotaBytes')}
          />
        )}
        <Switch label={t('buckets.told')} {...form.checked('told')} />
        {form.values.told && (
          <BytesInput
            label={t('buckets.softQuota')}
            description={t('buckets.softQuota.what')}
            {...form.value('softQuotaBytes')}
          />
        )}
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}
