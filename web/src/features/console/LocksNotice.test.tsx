import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ToastProvider } from '@/ui/Toasts';
import { LocksNotice } from './LocksNotice';
import type { Tenant } from './organisations';

const closing: Tenant = {
  id: '0198c5b2-0000-7000-8000-000000000001',
  shortName: 'dure',
  name: 'Dure',
  mailDomains: [],
  language: 'en',
  timeZone: 'UTC',
  plan: { people: 10, storageBytes: 0, modules: [] },
  state: 'CLOSING',
  stateReason: 'They asked.',
  stateSince: '2026-11-01T00:00:00Z',
  demo: false,
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
};

function show(locks?: Tenant['locks']) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <ToastProvider>
          <LocksNotice tenant={{ ...closing, locks }} />
        </ToastProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

const button = () => screen.queryByRole('button', { name: /override/i });

test('an organisation that waits for locks says until when, and can be overridden', () => {
  show({ versions: 3, until: '2027-02-01T00:00:00Z', overridden: false });

  expect(screen.queryByText(/locks\.until|last lock/i)).not.toBeNull();
  expect(button()).not.toBeNull();
});

test('a legal hold has no date', () => {
  show({ versions: 1, overridden: false });

  expect(screen.queryByText(/locks\.held|legal hold/i)).not.toBeNull();
});

test('what is overridden is not overridden again', () => {
  show({ versions: 3, overridden: true });

  expect(button()).toBeNull();
});

test('an organisation without locks says nothing of them', () => {
  show();

  expect(button()).toBeNull();
});
