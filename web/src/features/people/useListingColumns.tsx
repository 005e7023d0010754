import { useTranslation } from 'react-i18next';
import { photoOf } from '@/shared/photo';
import { useOrg } from '@/shared/place';
import type { Column } from '@/ui/DataTable';
import { PersonLine } from '@/ui/Face';
import { PersonTags } from './PersonTags';
import type { Listing } from './people';

/** How people stand in a list: who, where, and how to reach them. */
export function useListingColumns(): Column<Listing>[] {
  const { t } = useTranslation();
  const org = useOrg();
  return [
    {
      key: 'name',
      header: t('people.name'),
      cell: ({ id, name, photo, post, state, kind }) => (
        <PersonLine
          name={name}
          photo={photoOf(org, id, photo)}
          size={32}
          tags={<PersonTags state={state} kind={kind} />}
          detail={[post?.rank, post?.title].filter(Boolean).join(' · ')}
        />
      ),
    },
    {
      key: 'department',
      header: t('people.department'),
      cell: ({ post }) => post?.departmentName ?? '',
    },
    { key: 'duty', header: t('people.duty'), show: 'wide', cell: ({ post }) => post?.duty },
    {
      key: 'extension',
      header: t('people.extension'),
      show: 'wide',
      cell: ({ extension }) => extension,
    },
    { key: 'mobile', header: t('people.mobile'), show: 'wide', cell: ({ mobile }) => mobile },
    {
      key: 'email',
      header: t('people.email'),
      show: 'wide',
      cell: ({ email }) => email && <a href={`mailto:${email}`}>{email}</a>,
    },
  ];
}
