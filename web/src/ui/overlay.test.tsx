import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Dialog } from './Dialog';
import { SidePanel } from './SidePanel';

function Page() {
  const [panel, setPanel] = useState(true);
  const [question, setQuestion] = useState(true);
  return (
    <MantineProvider env="test">
      <SidePanel title="Panel" opened={panel} onClose={() => setPanel(false)}>
        What was typed
      </SidePanel>
      <Dialog title="Question" opened={question} onClose={() => setQuestion(false)}>
        Is it you?
      </Dialog>
    </MantineProvider>
  );
}

test('Escape closes what lies on top, and then what lay below', async () => {
  render(<Page />);

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('Is it you?')).toBeNull();
  expect(screen.getByText('What was typed')).toBeTruthy();

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('What was typed')).toBeNull();
});
