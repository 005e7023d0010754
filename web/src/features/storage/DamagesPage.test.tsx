import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DamagesPage } from './DamagesPage';
import { showPage } from './testingPage';

const route = {
  path: '/o/$org/storage/damages',
  address: '/o/hanbit/storage/damages',
  component: DamagesPage,
};

const damage = {
  bucket: 'films',
  key: 'trailers/intro.mp4',
  version: null,
  latest: true,
  size: 2048,
  foundAt: '2026-03-01T12:00:00Z',
};

const all = ['storage.read', 'storage.write'];

afterEach(() => vi.unstubAllGlobals());

test('each is named, and leads to where it stands', async () => {
  showPage(route, all, { 'GET /storage/damages': () => Response.json({ items: [damage] }) });

  const link = await screen.findByRole('link', { name: /intro\.mp4/ });

  expect(link.getAttribute('href')).toBe('/o/hanbit/storage/buckets/films?prefix=trailers%2F');
  expect(screen.getByRole('button', { name: 'Upload trailers/intro.mp4 again' })).toBeDefined();
});

test('what is deleted can be taken back for a while', async () => {
  const asked = showPage(route, all, {
    'GET /storage/damages': () => Response.json({ items: [damage] }),
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Delete trailers/intro.mp4' }));
  expect(screen.queryByRole('link', { name: /intro\.mp4/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(await screen.findByRole('link', { name: /intro\.mp4/ })).toBeDefined();
  expect(asked).toEqual([]);
});

test('where nothing is damaged the page says so', async () => {
  showPage(route, all, { 'GET /storage/damages': () => Response.json({ items: [] }) });

  expect(await screen.findByText('Nothing is damaged')).toBeDefined();
});

test('who manages the storage and does not read it sees how many', async () => {
  showPage(route, ['storage.manage'], {
    'GET /storage': () => Response.json({ damaged: 3 }),
  });

  expect(await screen.findByText('3 objects are damaged')).toBeDefined();
});
