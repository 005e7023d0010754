import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';

type Props = { bucket: string; prefix: string; onOpen: (prefix: string) => void };

/** The way from the list of buckets to the folder that is shown. */
export function PrefixTrail({ bucket, prefix, onOpen }: Props) {
  const { t } = useTranslation();
  const buckets: string = `${pagesOf(useOrg())}/storage/buckets`;
  return (
    <>
      <Link to={buckets}>{t('buckets.title')}</Link>
      {prefix && (
        <>
          {' / '}
          <Step label={bucket} onOpen={() => onOpen('')} />
        </>
      )}
      {foldersOf(prefix).map(({ name, to }) => (
        <span key={to}>
          {' / '}
          {to === prefix ? name : <Step label={name} onOpen={() => onOpen(to)} />}
        </span>
      ))}
    </>
  );
}

function Step({ label, onOpen }: { label: string; onOpen: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" onClick={onOpen}>
      {label}
    </Anchor>
  );
}

/** `a/b/` is in `a/`. */
function foldersOf(prefix: string): { name: string; to: string }[] {
  const names = prefix.split('/').slice(0, -1);
  return names.map((name, at) => ({
    name: name || '/',
    to: `${names.slice(0, at + 1).join('/')}/`,
  }));
}
