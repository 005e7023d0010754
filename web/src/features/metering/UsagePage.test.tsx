import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsagePage } from './UsagePage';
import type { Usage, Used } from './usage';

const used: Used = {
  writes: 30,
  reads: 1_200,
  deletes: 4,
  bytesIn: 5 * 2 ** 20,
  bytesOut: 2 ** 30,
  byteHours: 24 * 2 ** 30,
};

const usage: Usage = {
  from: '2026-03-01',
  to: '2026-03-02',
  by: 'DAY',
  storedUntil: '2026-03-02T10:00:00Z',
  intervals: [
    { at: '2026-03-01T00:00:00Z', used, storedBytes: 2 ** 30 },
    {
      at: '2026-03-02T00:00:00Z',
      used: { writes: 0, reads: 0, deletes: 0, bytesIn: 0, bytesOut: 0, byteHours: 0 },
      storedBytes: 0,
    },
  ],
  shares: [{ name: 'films', used }],
};

const asked: URL[] = [];
let answers: (url: URL) => Response;

beforeEach(() => {
  asked.length = 0;
  answers = ({ searchParams }) =>
    Response.json(
      searchParams.get('group') === 'KEY'
        ? { ...usage, shares: [{ name: 'DUREKEY', used }] }
        : usage,
    );
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/keys')) {
      return Response.json({ items: [{ id: 'DUREKEY', name: 'backup' }] });
    }
    if (url.pathname.endsWith('/storage')) {
      return Response.json({ usedBytes: 85, quotaBytes: 100, objects: 7 });
    }
    asked.push(url);
    return answers(url);
  });
});

afterEach(() => vi.unstubAllGlobals());

function show(address = '/o/hanbit/storage/usage') {
  const root = createRootRoute();
  const route = createRoute({
    getParentRoute: () => root,
    path: '/o/$org/storage/usage',
    component: UsagePage,
  });
  const router = createRouter({
    routeTree: root.addChildren([route]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('totals, charts and shares are there', async () => {
  show();

  expect(await screen.findByText('24 GiB·h', { selector: 'dd' })).toBeDefined();
  expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('85');
  expect(screen.getAllByRole('slider').map((chart) => chart.getAttribute('aria-label'))).toEqual([
    'Stored',
    'Requests',
    'In and out',
  ]);
  const shares = screen.getByRole('table', { name: 'Who used it' });
  expect(within(shares).getByText('films')).toBeDefined();
});

test('arrow keys tell what a chart shows', async () => {
  show();
  const chart = await screen.findByRole('slider', { name: 'Requests' });

  chart.focus();
  await userEvent.keyboard('{Home}');

  expect(chart.getAttribute('aria-valuetext')).toBe(
    '1 Mar 2026 Writes 30 · Reads 1,200 · Deletes 4'.replace('1 Mar 2026', 'Mar 1, 2026'),
  );
  expect(chart.getAttribute('aria-valuenow')).toBe('0');
});

test('the numbers of the charts stand in a table, too', async () => {
  show();

  await userEvent.click(await screen.findByRole('button', { name: 'Show' }));

  const numbers = screen.getByRole('table', { name: 'The numbers' });
  expect(within(numbers).getAllByRole('row')).toHaveLength(3);
  expect(within(numbers).getByText('1,200')).toBeDefined();
});

test('shares of keys bear the names of the keys', async () => {
  show('/o/hanbit/storage/usage?group=KEY');

  expect(await screen.findByText('backup')).toBeDefined();
});

test('the period stands in what is asked for, and in the file', async () => {
  show('/o/hanbit/storage/usage?period=week');

  const file = await screen.findByRole('link', { name: 'Save as CSV' });
  expect(file.getAttribute('href')).toMatch(/^\/api\/o\/hanbit\/storage\/usage\.csv\?.*by=HOUR/);
  expect(asked.at(0)?.searchParams.get('by')).toBe('HOUR');
});

test('where nothing was used, the page says why', async () => {
  answers = () => Response.json({ ...usage, intervals: [], shares: [] });
  show();

  expect(await screen.findByText('Nothing was used')).toBeDefined();
});

test('who may not see it is told so', async () => {
  answers = () => Response.json({ type: '/problems/forbidden' }, { status: 403 });
  show();

  expect(await screen.findByText('Not yours to see')).toBeDefined();
});
