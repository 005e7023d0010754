import { expect, test } from 'vitest';
import type { Me } from '@/shared/session';
import { entriesFor, grouped, startOf } from './house';
import { organisationModules } from './modules';

const everything = ['storage.read', 'organisation.manage'];

function someone(organisation: Partial<Me['organisation']>, capabilities = everything): Me {
  return {
    id: '0',
    login: 'minsu',
    name: '김민수',
    kind: 'MEMBER',
    theme: 'SYSTEM',
    capabilities,
    secondFactorNeeded: false,
    visiting: false,
    visitors: [],
    organisation: {
      shortName: 'hanbit',
      name: '한빛',
      language: 'ko',
      timeZone: 'Asia/Seoul',
      colour: '',
      startPage: '',
      menuOrder: [],
      modules: ['storage'],
      ...organisation,
    },
  };
}

const shown = (me: Me) => entriesFor(me, organisationModules).map(({ id }) => id);

test('a module that is switched off is not in the menu', () => {
  expect(shown(someone({}))).toEqual(['home', 'people', 'storage', 'admin']);
  expect(shown(someone({ modules: [] }))).toEqual(['home', 'people', 'admin']);
});

test('the menu has the order of the organisation, and what it does not name follows', () => {
  const me = someone({ menuOrder: ['storage', 'gone', 'home'] });

  expect(shown(me)).toEqual(['storage', 'home', 'people', 'admin']);
  expect(grouped(entriesFor(me, organisationModules), me.organisation)).toHaveLength(2);
});

test('an organisation opens on its start page', () => {
  expect(startOf(someone({ startPage: 'people' }), organisationModules)?.path).toBe('/directory');
});

test('who may not use the start page, or where it is switched off, opens at home', () => {
  const off = someone({ startPage: 'storage', modules: [] });
  const outsider = someone({ startPage: 'storage' }, []);

  expect(startOf(off, organisationModules)?.id).toBe('home');
  expect(startOf(outsider, organisationModules)?.id).toBe('home');
});
