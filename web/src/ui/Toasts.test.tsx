import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastProvider, useToasts } from './Toasts';

afterEach(() => {
  vi.useRealTimers();
});

function show(run: (toasts: ReturnType<typeof useToasts>) => void) {
  function Page() {
    const toasts = useToasts();
    return (
      <button type="button" onClick={() => run(toasts)}>
        run
      </button>
    );
  }
  render(
    <MantineProvider>
      <ToastProvider>
        <Page />
      </ToastProvider>
    </MantineProvider>,
  );
  act(() => screen.getByText('run').click());
}

test('what cannot be taken back happens only once the time to undo is over', () => {
  vi.useFakeTimers();
  const remove = vi.fn().mockResolvedValue(undefined);
  show((toasts) => toasts.doLater('Removed.', remove, () => {}));
  expect(remove).not.toHaveBeenCalled();

  act(() => vi.advanceTimersByTime(7_000));

  expect(remove).toHaveBeenCalledOnce();
});

test('Ctrl+Z takes it back', async () => {
  const remove = vi.fn().mockResolvedValue(undefined);
  const undone = vi.fn();
  show((toasts) => toasts.doLater('Removed.', remove, undone));

  await userEvent.keyboard('{Control>}z{/Control}');

  expect(undone).toHaveBeenCalled();
  expect(remove).not.toHaveBeenCalled();
  expect(screen.queryByText('Removed.')).toBeNull();
});
