import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Confirm } from './Confirm';

function show() {
  const act = vi.fn().mockResolvedValue(undefined);
  const onClose = vi.fn();
  render(
    <MantineProvider env="test">
      <Confirm title="Revoke the key?" opened submit="Revoke" act={act} onClose={onClose}>
        Programs stop.
      </Confirm>
    </MantineProvider>,
  );
  return { act, onClose };
}

test('a hasty Enter only closes the question', async () => {
  const { act, onClose } = show();

  await userEvent.keyboard('{Enter}');

  expect(onClose).toHaveBeenCalledOnce();
  expect(act).not.toHaveBeenCalled();
});

test('a yes acts, and then closes it', async () => {
  const { act, onClose } = show();

  await userEvent.click(screen.getByRole('button', { name: 'Revoke' }));

  expect(act).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
});
