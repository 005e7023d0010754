import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { Page, Section } from '@/ui/Page';
import { PersonCard } from './PersonCard';
import { usePerson } from './people';

/** A person, at an address that can be sent to others. */
export function PersonPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const { id = '' } = useParams({ strict: false });
  const person = usePerson(org, id);
  return (
    <Page
      title={person.data?.value.name ?? t('directory.person')}
      trail={
        <Link to="/o/$org/directory" params={{ org }}>
          {t('rail.directory')}
        </Link>
      }
      width="form"
    >
      <Section>
        <PersonCard id={id} />
      </Section>
    </Page>
  );
}
