import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Secret } from './Secret';
import { ToastProvider } from './Toasts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(clipboard: { writeText: (text: string) => Promise<void> } | undefined) {
  vi.stubGlobal('navigator', { clipboard, userAgent: navigator.userAgent });
  render(
    <MantineProvider>
      <ToastProvider>
        <Secret
          warning="Once."
          values={[
            { label: 'Access key ID', value: 'DURE' },
            { label: 'Secret access key', value: 'hush' },
          ]}
        />
      </ToastProvider>
    </MantineProvider>,
  );
  return screen.getByRole('button', { name: 'Copy Secret access key' });
}

test('each button says what it copies, and copies that', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  const button = show({ writeText });

  await userEvent.click(button);

  expect(writeText).toHaveBeenCalledExactlyOnceWith('hush');
  expect(screen.getByRole('button', { name: 'Copied' })).toBe(button);
});

test('where a page may not copy, the text is selected for the keyboard', async () => {
  const button = show(undefined);

  await userEvent.click(button);

  expect(window.getSelection()?.toString()).toBe('hush');
  expect(screen.getByRole('status').textContent).toContain('Ctrl+C');
});
