import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '..');
const sheets = join(sources, '../node_modules/@mantine/core/styles');

test('every component of Mantine that we use has its style sheet', () => {
  const used = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(sources, name), 'utf8'))
    .flatMap((source) => [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => existsSync(join(sheets, `${name}.layer.css`)));
  const imported = readFileSync(join(sources, 'ui/styles.ts'), 'utf8');

  expect(used).toContain('Button');
  expect(used.filter((name) => !imported.includes(`/${name}.layer.css`))).toEqual([]);
});
