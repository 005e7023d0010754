import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format';
import { photoOf } from '@/shared/photo';
import { useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { Face } from '@/ui/Face';
import { Facts } from '@/ui/Facts';
import { Asked } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { pathOf, useDepartments } from './departments';
import { useDesignations } from './designations';
import classes from './PersonCard.module.css';
import { PersonTags } from './PersonTags';
import { type Person, type Post, usePerson } from './people';

/** All that colleagues know of a person. */
export function PersonCard({ id }: { id: string }) {
  const org = useOrg();
  return (
    <Asked question={usePerson(org, id)}>{({ value }) => <Card org={org} person={value} />}</Asked>
  );
}

function Card({ org, person }: { org: string; person: Person }) {
  const { t, i18n } = useTranslation();
  const mayManage = useMay('people.manage');
  const otherNames = [person.latinName, person.chineseName].filter(Boolean).join(' · ');
  const facts = [
    { label: t('people.employeeNumber'), value: person.employeeNumber },
    { label: t('people.email'), value: link('mailto:', person.email) },
    { label: t('people.mobile'), value: link('tel:', person.mobile) },
    { label: t('people.phone'), value: link('tel:', person.phone) },
    { label: t('people.extension'), value: person.extension },
    {
      label: t('people.hiredOn'),
      value: person.hiredOn && formatDate(person.hiredOn, i18n.language),
    },
  ];
  return (
    <div className={classes.card}>
      <header className={classes.header}>
        <Face name={person.name} photo={photoOf(org, person.id, person.photo)} size={72} />
        <div>
          <p className={classes.name}>{person.name}</p>
          {otherNames && <p className={classes.other}>{otherNames}</p>}
          <PersonTags state={person.state} kind={person.kind} />
        </div>
      </header>
      {person.posts.length > 0 && <Posts org={org} posts={person.posts} />}
      <Facts facts={facts.filter(({ value }) => value)} />
      {mayManage && (
        <Button component={Link} to={`/o/${org}/admin/people/${person.id}`} variant="default">
          {t('people.edit')}
        </Button>
      )}
    </div>
  );
}

function link(scheme: string, value: string | null | undefined) {
  return value ? <a href={scheme + value.replace(/\s/g, '')}>{value}</a> : null;
}

function Posts({ org, posts }: { org: string; posts: Post[] }) {
  const { t } = useTranslation();
  const departments = useDepartments(org).data ?? [];
  const ranks = useDesignations(org, 'ranks');
  const titles = useDesignations(org, 'titles');
  const nameOf = (list: { id: string; name: string }[], id?: string | null) =>
    list.find((known) => known.id === id)?.name;
  return (
    <ul className={classes.posts} aria-label={t('people.posts')}>
      {posts.map((post) => (
        <li key={post.department}>
          <span className={classes.department}>{pathOf(departments, post.department)}</span>{' '}
          {!post.main && <Tag>{t('people.concurrent')}</Tag>}
          <span className={classes.designation}>
            {[nameOf(ranks, post.rank), nameOf(titles, post.title), post.duty]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
