import { expect, test } from 'vitest';

type Texts = Record<string, string>;

const languages = import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' });
const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../**/*.d.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).join('\n');

const plural = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(plural, '');
const bases = (texts: Texts) => [...new Set(Object.keys(texts).map(base))].sort();
const [, english = {}] = Object.entries(languages).find(([path]) => path.endsWith('en.json')) ?? [];

/** Keys made at run time: the text before the first `${` of a template. */
const openings = [...sources.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map(
  ([, opening]) => opening ?? '',
);

test.each(Object.entries(languages))('%s has every key, and no other', (_, texts) => {
  expect(bases(texts)).toEqual(bases(english));
});

test.each(Object.entries(languages))('%s stands in the order of its keys', (_, texts) => {
  expect(Object.keys(texts)).toEqual(Object.keys(texts).sort());
});

test.each(Object.entries(languages))('%s fills in the same values as English', (_, texts) => {
  const values = (text = '') => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
  for (const [key, text] of Object.entries(texts)) {
    const reference = english[key] ?? english[`${base(key)}_other`];
    expect(values(text), key).toEqual(values(reference));
  }
});

test('every plural has the forms that its language needs', () => {
  for (const [path, texts] of Object.entries(languages)) {
    const language = path.replace(/^\.\/|\.json$/g, '');
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of Object.keys(texts).filter((name) => plural.test(name))) {
      for (const form of forms) expect(texts).toHaveProperty([`${base(key)}_${form}`]);
    }
  }
});

test('no key is left over', () => {
  const unused = bases(english).filter(
    (key) =>
      !sources.includes(`'${key}'`) &&
      !sources.includes(`"${key}"`) &&
      !openings.some((opening) => key.startsWith(opening)),
  );
  expect(unused).toEqual([]);
});
