import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selfSignUpQuery } from '@/features/console/signUp';
import { knownOrganisations } from '@/shared/knownOrganisations';
import { Emblem } from '@/ui/Emblem';
import { Stack } from '@/ui/Stack';
import { Threshold } from '@/ui/Threshold';
import classes from './DoorPage.module.css';

/** Which organisation: one that was used in this browser, or another by its short name. */
export function DoorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const known = knownOrganisations();
  const { data: signUp } = useQuery(selfSignUpQuery);

  const go = (event: FormEvent) => {
    event.preventDefault();
    const shortName = name.trim().toLowerCase();
    if (shortName) void navigate({ to: '/o/$org', params: { org: shortName } });
  };

  return (
    <Threshold title={t('door.title')} description={t('door.description')}>
      {known.length > 0 && (
        <ul className={classes.known} aria-label={t('door.known')}>
          {known.map((organisation) => (
            <li key={organisation.shortName}>
              {/* A full load, so that nothing of one organisation is left in memory for the next. */}
              <a href={`/o/${organisation.shortName}`} className={classes.organisation}>
                <Emblem name={organisation.name} logo={organisation.logo} />
                <span>{organisation.name}</span>
                <span className={classes.shortName}>{organisation.shortName}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={go}>
        <Stack gap={4}>
          <TextInput
            label={t('door.shortName')}
            description={t('door.shortName.hint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
          />
          <Button type="submit" fullWidth>
            {t('door.go')}
          </Button>
          {signUp?.open && <Link to="/sign-up">{t('door.signUp')}</Link>}
        </Stack>
      </form>
    </Threshold>
  );
}
