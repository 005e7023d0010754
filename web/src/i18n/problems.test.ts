import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import english from './en.json';

/** Every Java source of the server: its problems and their codes stand there, each as a literal. */
const server = join(import.meta.dirname, '../../../server/src/main/java');
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.java'))
  .map((name) => readFileSync(join(server, name), 'utf8'));

function codes(pattern: RegExp): string[] {
  const found = sources.flatMap((source) => [...source.matchAll(pattern)]);
  return [...new Set(found.map(([, code]) => code ?? ''))].sort();
}

test('every problem of the server has its text', () => {
  const problems = codes(/super\(\s*Kind\.\w+,\s*"([a-z-]*[a-z])"/g);

  expect(problems).toContain('invalid-input');
  expect(problems.filter((code) => !(`problem.${code}` in english))).toEqual([]);
});

test('every problem of a field has its text', () => {
  const checks = codes(/(?:reject|expect|FieldError|InvalidInputException)\(([\s\S]*?)\);/g);
  const fields = checks.flatMap((check) => {
    const [, code] = check.match(/,\s*"([a-z]+(?:-[a-z]+)*)",\s*(?:"[A-Z]|\w+\s*\+)/) ?? [];
    return code ? [code] : [];
  });

  expect(fields).toContain('too-simple');
  expect(fields.filter((code) => !(`problem.field.${code}` in english))).toEqual([]);
});
