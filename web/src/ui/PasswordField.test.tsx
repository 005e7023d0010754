import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PasswordField } from './PasswordField';

function show() {
  const send = vi.fn();
  render(
    <MantineProvider>
      <form action={send}>
        <PasswordField label="Password" name="password" />
        <button type="submit">Send</button>
      </form>
    </MantineProvider>,
  );
  return send;
}

test('the keyboard reaches the eye, which shows the password and sends nothing', async () => {
  const send = show();
  await userEvent.tab();
  await userEvent.tab();

  await userEvent.keyboard('{Enter}');

  const eye = screen.getByRole('button', { name: 'Show the password', pressed: true });
  expect(document.activeElement).toBe(eye);
  expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text');
  expect(send).not.toHaveBeenCalled();
});

test('Enter in the field sends the form', async () => {
  const send = show();

  await userEvent.type(screen.getByLabelText('Password'), 'secret{Enter}');

  expect(send).toHaveBeenCalledOnce();
});
