import { act, renderHook } from '@testing-library/react';
import type { FormEvent } from 'react';
import { expect, test } from 'vitest';
import { ProblemError } from '@/shared/problem';
import { parseProblem } from '@/shared/problem.parser';
import { useForm } from './useForm';

function submission(): FormEvent<HTMLFormElement> {
  const form = document.createElement('form');
  return Object.assign(Object.create(null), { preventDefault: () => {}, currentTarget: form });
}

const refusal = new ProblemError(
  parseProblem(422, {
    type: '/problems/invalid-input',
    errors: [{ field: 'name', code: 'missing', detail: 'name is missing.' }],
  }),
);

test('what the server refuses stands at the field that is wrong', async () => {
  const { result } = renderHook(() => useForm({ name: '' }));

  await act(() => result.current.submit(() => Promise.reject(refusal))(submission()));

  expect(result.current.text('name').error).toBe('This is needed.');
  expect(result.current.failure).toBeUndefined();
});

test('a form keeps its key until it has succeeded, so that a retry does nothing twice', async () => {
  const keys: string[] = [];
  const { result } = renderHook(() => useForm({ name: 'x' }));
  const send = (answer: () => Promise<void>) =>
    act(() =>
      result.current.submit((_, key) => {
        keys.push(key);
        return answer();
      })(submission()),
    );

  await send(() => Promise.reject(new TypeError('offline')));
  await send(() => Promise.resolve());
  await send(() => Promise.resolve());

  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[1]);
});
