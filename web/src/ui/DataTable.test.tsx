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

function show(pages: Pages<Row>, open = vi.fn()) {
  render(
    <MantineProvider>
      <DataTable
        label="Rows"
        pages={pages}
        columns={[{ key: 'id', header: 'Id', cell: ({ id }) => id }]}
        rowKey={({ id }) => id}
        open={open}
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
