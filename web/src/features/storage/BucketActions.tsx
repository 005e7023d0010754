import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { useToasts } from '@/ui/Toasts';
import { bucketsQuery, deleteBucket } from './storage';

/** Deletes a bucket, which the server does only with an empty one. */
export function BucketActions({ bucket }: { bucket: string }) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: buckets = [] } = useQuery(bucketsQuery(org));
  const isEmpty = buckets.find(({ name }) => name === bucket)?.objects === 0;
  const remove = useMutation({
    mutationFn: () => deleteBucket(org, bucket),
    onSuccess: async () => {
      toasts.say(t('buckets.deleted', { bucket }));
      await queries.invalidateQueries({ queryKey: [org, 'storage'] });
      await navigate({ to: `${pagesOf(org)}/storage/buckets` });
    },
    onError: toasts.fail,
  });
  if (!useMay('storage.manage') || !isEmpty) return null;
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
      {t('buckets.delete')}
    </Button>
  );
}
