import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ProblemError } from '@/shared/problem';
import { parseProblem } from '@/shared/problem.parser';
import { Failed } from './States';

function show(code: string) {
  const retry = vi.fn();
  const error = new ProblemError(parseProblem(403, { type: `/problems/${code}` }));
  render(
    <MantineProvider>
      <Failed error={error} retry={retry} />
    </MantineProvider>,
  );
  return retry;
}

test('what only wants a proof can be tried again', async () => {
  const retry = show('proof-needed');
  expect(screen.queryByText('Not yours to see')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(retry).toHaveBeenCalledOnce();
});

test('what one may not see cannot', () => {
  show('forbidden');

  expect(screen.getByText('Not yours to see')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
