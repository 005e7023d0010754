import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { BucketSettingsPage } from './BucketSettingsPage';
import type { Settings } from './settings';
import { showPage } from './testingPage';

const settings: Settings = {
  versioning: 'NEVER',
  objectLock: false,
  lifecycle: {},
  publicAccess: {
    blockPublicAcls: true,
    ignorePublicAcls: true,
    blockPublicPolicy: true,
    restrictPublicBuckets: true,
  },
  saysEncrypted: false,
  tags: [],
  notifications: [],
};

const route = {
  path: '/o/$org/storage/buckets/$bucket/settings',
  address: '/o/hanbit/storage/buckets/films/settings',
  component: BucketSettingsPage,
};

const all = ['storage.manage', 'storage.read', 'storage.write'];

const at = '/storage/buckets/films/settings';

const answer = (value: Settings) => () => Response.json(value, { headers: { ETag: '"7"' } });

function show(value: Partial<Settings>, more = {}, may = all) {
  return showPage(route, may, {
    [`GET ${at}`]: answer({ ...settings, ...value }),
    'GET /storage/buckets': () => Response.json({ items: [] }),
    ...more,
  });
}

/** Saves the form that has a control. */
async function save(role: 'switch' | 'textbox', name: string | RegExp) {
  const form = screen.getByRole(role, { name }).closest('form');
  if (form) await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
}

afterEach(() => vi.unstubAllGlobals());

test('what a switch changes is saved, and can be taken back', async () => {
  const asked = show(
    {},
    { [`PUT ${at}/versioning`]: answer({ ...settings, versioning: 'ENABLED' }) },
  );

  await userEvent.click(
    await screen.findByRole('switch', { name: 'Keep what is overwritten or deleted' }),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(asked.map(({ body }) => body)).toEqual([
    { versioning: 'ENABLED' },
    { versioning: 'SUSPENDED' },
  ]);
});

test('rules that a program set are shown as they are, until somebody replaces them', async () => {
  const text = '<LifecycleConfiguration><Rule><ID>logs</ID></Rule></LifecycleConfiguration>';
  const asked = show(
    { lifecycle: undefined, lifecycleText: text },
    { [`PUT ${at}/lifecycle`]: answer(settings) },
  );

  expect(await screen.findByText('A program set these rules')).toBeDefined();
  expect(screen.queryByRole('switch', { name: /^Delete objects/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Replace them' }));
  await userEvent.click(screen.getByRole('switch', { name: /^Delete objects/ }));
  await save('switch', /^Delete objects/);

  expect(asked.map(({ body }) => body)).toEqual([{ expireDays: 365, replacesAll: true }]);
});

test('a policy that is refused says in which line', async () => {
  show(
    {},
    {
      [`PUT ${at}/policy`]: () =>
        Response.json(
          {
            type: '/problems/invalid-input',
            errors: [{ field: 'policy', code: 'policy-action', detail: 'Line 4: …', limit: 4 }],
          },
          { status: 422 },
        ),
    },
  );

  await userEvent.type(await screen.findByRole('textbox', { name: 'Policy' }), 'x');
  await save('textbox', 'Policy');

  expect(await screen.findByText(/^Line 4: there is no such action/)).toBeDefined();
});

test('a part of the public access that a program set is said', async () => {
  show({ publicAccess: { ...settings.publicAccess, restrictPublicBuckets: false } });

  expect(await screen.findByText('A program set a part of it')).toBeDefined();
});

test('who only reads sees it and changes nothing', async () => {
  show({}, {}, ['storage.read']);

  const versions = await screen.findByRole('switch', {
    name: 'Keep what is overwritten or deleted',
  });
  expect(versions.matches(':disabled')).toBe(true);
});

test('who manages without reading or writing is told what they may not change, and why', async () => {
  show({}, {}, ['storage.manage']);

  const disabled = (role: 'switch' | 'textbox', name: string | RegExp) =>
    screen.getByRole(role, { name }).matches(':disabled');
  const why = await screen.findAllByText(/^To change this you also need the permission:/);
  expect(why.map(({ textContent }) => textContent?.match(/: ([^.]+)\./)?.[1])).toEqual([
    'Write to storage',
    'See storage, Write to storage',
    'See storage, Write to storage',
    'See storage',
    'See storage',
  ]);
  expect(disabled('switch', /^Delete objects/)).toBe(true);
  expect(disabled('switch', /^Keep strangers out/)).toBe(true);
  expect(disabled('textbox', 'Policy')).toBe(true);
  expect(disabled('switch', 'Keep what is overwritten or deleted')).toBe(false);
});

test('who manages shuts strangers out, and is not offered to let them in again', async () => {
  const open = {
    blockPublicAcls: false,
    ignorePublicAcls: false,
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
  };
  const asked = show({ publicAccess: open }, { [`PUT ${at}/public-access`]: answer(settings) }, [
    'storage.manage',
  ]);

  await userEvent.click(await screen.findByRole('switch', { name: /^Keep strangers out/ }));

  await screen.findByText('Saved.');
  expect(asked).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
