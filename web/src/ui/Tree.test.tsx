import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Tree } from './Tree';

const nodes = [
  { id: 'head', label: 'Head', children: [{ id: 'team', label: 'Team', children: [] }] },
  { id: 'other', label: 'Other', children: [] },
];

function show(onChoose = vi.fn()) {
  render(
    <MantineProvider>
      <Tree label="Departments" nodes={nodes} onChoose={onChoose} />
    </MantineProvider>,
  );
  return onChoose;
}

test('arrows walk the lines, and Enter chooses', async () => {
  const onChoose = show();

  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Enter}');

  expect(onChoose).toHaveBeenCalledWith('team');
});

test('the left arrow closes a branch, and the right one opens it again', async () => {
  show();

  await userEvent.tab();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.queryByText('Team')).toBeNull();

  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByText('Team')).toBeDefined();
});
