import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Pages } from '@/shared/pages';
import { DataTable } from './DataTable';

type Row = { id: string };

const page: Pages<Row> = {
  rows: [{ id: 'first' }, { id: 'second' }],
  isPending: false,
  error: null,
  hasMore: true,
  isLoadingMore: false,
  loadMore: vi.fn(),
  retry: vi.fn(),
};

function show(pages: Pages<Row>, address?: (row: Row) => string) {
  const open = vi.fn();
  render(
    <MantineProvider>
      <DataTable
        label="Rows"
        pages={pages}
        columns={[{ key: 'id', header: 'Id', cell: ({ id }) => id }]}
        rowKey={({ id }) => id}
        open={open}
        address={address}
        empty={<p>Nothing</p>}
      />
    </MantineProvider>,
  );
  return open;
}

test('the keyboard walks the rows and opens one', async () => {
  const open = show(page);

  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Enter}');

  expect(open).toHaveBeenCalledWith({ id: 'second' });
});

test('a row that has an address is one link, which the keyboard and a plain click follow here', async () => {
  const open = show(page, ({ id }) => `/rows/${id}`);
  const link = screen.getByRole('link', { name: 'second' });
  expect(link.getAttribute('href')).toBe('/rows/second');

  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await userEvent.click(link);

  expect(document.activeElement).toBe(link);
  expect(open).toHaveBeenCalledTimes(2);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show more' }));
});

test('a click that asks for a new tab stays the browser’s', async () => {
  const open = show(page, ({ id }) => `/rows/${id}`);
  const user = userEvent.setup();

  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('link', { name: 'first' }));

  expect(open).not.toHaveBeenCalled();
});

test('more is asked for by a button where there is no scrolling', async () => {
  show(page);

  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));

  expect(page.loadMore).toHaveBeenCalled();
});

test('an empty list says so, and a failed one offers another try', async () => {
  show({ ...page, rows: [], hasMore: false });
  expect(screen.getByText('Nothing')).toBeDefined();

  show({ ...page, rows: [], error: new Error('down') });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(page.retry).toHaveBeenCalled();
});
