import { MantineProvider, Select } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { beforeEach, expect, test } from 'vitest';
import { Dialog } from './Dialog';
import { SidePanel } from './SidePanel';

/** The question stands before the panel, as what belongs to the shell does, and comes after it. */
function Page() {
  const [panel, setPanel] = useState(true);
  const [question, setQuestion] = useState(false);
  return (
    <MantineProvider env="test">
      <Dialog title="Question" opened={question} onClose={() => setAtOnce(setQuestion)}>
        Is it you?
      </Dialog>
      <SidePanel title="Panel" opened={panel} onClose={() => setAtOnce(setPanel)}>
        What was typed
        <Select label="Role" data={['Reader', 'Writer']} />
        <button type="button" onClick={() => setQuestion(true)}>
          Save
        </button>
      </SidePanel>
    </MantineProvider>
  );
}

/** A browser lets React render between two listeners of one event; here it must be told to. */
function setAtOnce(set: (opened: boolean) => void) {
  flushSync(() => set(false));
}

beforeEach(() => void render(<Page />));

test('Escape closes what lies on top, and then what lay below', async () => {
  await userEvent.click(screen.getByText('Save'));

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('Is it you?')).toBeNull();
  expect(screen.getByText('What was typed')).toBeTruthy();

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('What was typed')).toBeNull();
});

test('What comes last lies on top, wherever it stands', async () => {
  await userEvent.click(screen.getByText('Save'));

  expect(heightOf('Is it you?')).toBeGreaterThan(heightOf('What was typed'));
});

test('Escape closes a list of choices before the panel that it is in', async () => {
  const role = screen.getByRole('combobox');
  await userEvent.click(role);
  expect(role.getAttribute('aria-expanded')).toBe('true');

  await userEvent.keyboard('{Escape}');
  expect(role.getAttribute('aria-expanded')).toBe('false');
  expect(screen.getByText('What was typed')).toBeTruthy();

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('What was typed')).toBeNull();
});

function heightOf(text: string): number {
  const root = screen.getByText(text).closest<HTMLElement>('[style*="--mb-z-index"]');
  return Number(root?.style.getPropertyValue('--mb-z-index'));
}
