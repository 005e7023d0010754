import { queryOptions } from '@tanstack/react-query';
import { api, body } from './http';
import { photoOf } from './photo';

/*
 * What several modules let people choose from. The org chart belongs to the module people; here
 * stand only names, for a select.
 */

export type Choice = { value: string; label: string };

/** A person to choose, and where their photo is. */
export type PersonChoice = Choice & { photo?: string };

const at = (org: string) => ({ params: { path: { org } } });

export function departmentChoices(org: string) {
  return queryOptions({
    queryKey: [org, 'departments', 'choices'],
    queryFn: async (): Promise<Choice[]> => {
      const { items } = await body(api.GET('/api/o/{org}/departments', at(org)));
      const pathOf = (id: string | null | undefined): string => {
        const found = items.find((item) => item.id === id);
        return found ? [pathOf(found.parent), found.name].filter(Boolean).join(' / ') : '';
      };
      return items.map(({ id }) => ({ value: id, label: pathOf(id) }));
    },
  });
}

export function designationChoices(org: string, kind: 'ranks' | 'titles') {
  return queryOptions({
    queryKey: [org, kind, 'choices'],
    queryFn: async (): Promise<Choice[]> => {
      const { items } = await body(api.GET(`/api/o/{org}/${kind}`, at(org)));
      return items.map(({ id, name }) => ({ value: id, label: name }));
    },
  });
}

/** The first few people that a text finds. */
export function personChoices(org: string, q: string) {
  return queryOptions({
    queryKey: [org, 'people', 'choices', q],
    queryFn: async (): Promise<PersonChoice[]> => {
      const found = await body(
        api.GET('/api/o/{org}/people', { params: { path: { org }, query: { q, limit: 8 } } }),
      );
      return found.items.map(({ id, name, photo, post }) => ({
        value: id,
        photo: photoOf(org, id, photo),
        label: [name, post?.departmentName].filter(Boolean).join(' · '),
      }));
    },
  });
}
