import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Line, Lines } from './Lines';
import { Page } from './Page';

function Keys() {
  const [keys, setKeys] = useState(['first', 'second', 'third']);
  return (
    <MantineProvider>
      <Page title="Keys">
        {keys.length > 0 && (
          <Lines>
            {keys.map((key) => (
              <Line
                key={key}
                title={key}
                actions={
                  <button type="button" onClick={() => setKeys(keys.filter((k) => k !== key))}>
                    End {key}
                  </button>
                }
              />
            ))}
          </Lines>
        )}
      </Page>
    </MantineProvider>
  );
}

const end = (key: string) => screen.getByRole('button', { name: `End ${key}` });

test('when a line goes, the focus goes on to its neighbour and at last to the heading', async () => {
  render(<Keys />);

  await userEvent.click(end('second'));
  expect(document.activeElement).toBe(end('third'));

  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(end('first'));

  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Keys' }));
});
