import { expect, test } from 'vitest';
import { parseProblem } from './problem.parser';

test('a problem keeps its code, its words and its fields', () => {
  const problem = parseProblem(422, {
    type: '/problems/invalid-request',
    title: 'Invalid',
    detail: 'Two fields are wrong.',
    errors: [{ field: 'name', code: 'too-long', detail: 'At most 100 characters.' }],
  });

  expect(problem.code).toBe('invalid-request');
  expect(problem.fields).toEqual([
    { field: 'name', code: 'too-long', detail: 'At most 100 characters.' },
  ]);
});

test('an answer that is no problem at all still becomes one', () => {
  expect(parseProblem(502, '<html>Bad gateway</html>')).toMatchObject({
    status: 502,
    code: '',
    fields: [],
  });
});
