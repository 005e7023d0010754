import { Button, Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconFolder, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '@/shared/format';
import type { Pages } from '@/shared/pages';
import { ColumnChart } from '@/ui/ColumnChart';
import { type Column, DataTable } from '@/ui/DataTable';
import { Dialog } from '@/ui/Dialog';
import { Face, PersonLine } from '@/ui/Face';
import { Facts } from '@/ui/Facts';
import { FormFooter } from '@/ui/FormFooter';
import { LineChart } from '@/ui/LineChart';
import { Meter } from '@/ui/Meter';
import { Notice } from '@/ui/Notice';
import { Page, Section } from '@/ui/Page';
import { PasswordField } from '@/ui/PasswordField';
import { QrCode } from '@/ui/QrCode';
import { SearchField } from '@/ui/SearchField';
import { Secret, Snippet } from '@/ui/Secret';
import { SidePanel } from '@/ui/SidePanel';
import { Columns, Row, Stack } from '@/ui/Stack';
import { Stat, Stats } from '@/ui/Stat';
import { Empty, Failed, Loading } from '@/ui/States';
import { Tag } from '@/ui/Tag';
import { useToasts } from '@/ui/Toasts';
import { Tree } from '@/ui/Tree';
import { useForm } from '@/ui/useForm';

/*
 * Every component of ui/, for those who build pages with them. Its texts are specimens, like the
 * letters in a type foundry's catalogue, and are therefore not translated.
 */

type Specimen = { id: string; name: string; bytes: number };

const specimens: Specimen[] = [
  { id: '1', name: '한글과 라틴 Aa', bytes: 812 },
  { id: '2', name: '가나다라마바사', bytes: 48_211 },
  { id: '3', name: 'The quick brown fox', bytes: 9_771_210 },
];

const columns: Column<Specimen>[] = [
  { key: 'name', header: 'Name', cell: ({ name }) => name },
  {
    key: 'state',
    header: 'State',
    show: 'wide',
    cell: () => (
      <Tag tone="good" dot>
        on
      </Tag>
    ),
  },
  { key: 'size', header: 'Size', align: 'end', cell: ({ bytes }) => formatBytes(bytes, 'en') },
];

const pages: Pages<Specimen> = {
  rows: specimens,
  isPending: false,
  error: null,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => {},
  retry: () => {},
};

const leaf = (id: string, label: string) => ({ id, label, trailing: 3, children: [] });
const nodes = [
  {
    id: 'a',
    label: 'Root',
    trailing: 9,
    children: [leaf('b', 'Branch'), { ...leaf('c', 'Branch'), children: [leaf('d', 'Leaf')] }],
  },
];

const growth = Array.from({ length: 30 }, (_, day) => ({
  label: `2026-01-${String(day + 1).padStart(2, '0')}`,
  value: 2 ** 30 * (3 + day / 6 + Math.sin(day)),
}));

export function DevelopersPage() {
  const { i18n } = useTranslation();
  return (
    <main>
      <Page title="ui" description="Every component, in the current theme and language.">
        <Words />
        <Section title="Stat, Stats, LineChart, ColumnChart, Meter">
          <Stack>
            <Stats>
              <Stat label="Label" value="1,284" detail="detail" />
              <Stat label="Label" value="96 %" />
              <Stat label="Label" value="3.2 GiB" detail="of 10 GiB" />
            </Stats>
            <LineChart
              label="Growth"
              points={growth}
              format={(n) => formatBytes(n, i18n.language)}
            />
            <ColumnChart
              label="Requests"
              parts={['Writes', 'Reads', 'Deletes']}
              columns={growth.map(({ label }, at) => ({ label, values: [at, 2 * at, at % 3] }))}
              format={(n) => formatNumber(n, i18n.language)}
              base={10}
            />
            <Columns>
              <Meter label="Plain" share={0.4} />
              <Meter label="Nearly full" share={0.85} />
              <Meter label="Full" share={0.99} />
            </Columns>
          </Stack>
        </Section>
        <Lists />
        <Form />
        <Overlays />
        <Section title="Empty, Failed, Loading">
          <Columns>
            <Empty icon={IconFolder} title="Nothing here yet" action={<Button>Make one</Button>}>
              Why that is, and what to do about it.
            </Empty>
            <Failed error={new Error('specimen')} retry={() => {}} />
            <Loading rows={5} />
          </Columns>
        </Section>
      </Page>
    </main>
  );
}

function Words() {
  return (
    <Section title="Notice, Tag, Face, Facts, buttons">
      <Stack>
        <Columns>
          <Notice title="Plain">A message that stays.</Notice>
          <Notice tone="good">Good</Notice>
          <Notice tone="warn">Warn</Notice>
          <Notice tone="bad">Bad</Notice>
        </Columns>
        <Row>
          <Tag>plain</Tag>
          <Tag tone="accent">accent</Tag>
          <Tag tone="good" dot>
            good
          </Tag>
          <Tag tone="warn" dot>
            warn
          </Tag>
          <Tag tone="bad" dot>
            bad
          </Tag>
        </Row>
        <Row gap={4}>
          {['가나다', '라마', '王小明', 'Aa Bb', 'Cc', '남궁가나'].map((name) => (
            <Face key={name} name={name} size={40} />
          ))}
          <PersonLine name="가나다" detail="detail" size={40} />
        </Row>
        <Row>
          <Button leftSection={<IconPlus size={16} aria-hidden />}>Primary</Button>
          <Button variant="default">Default</Button>
          <Button variant="light">Light</Button>
          <Button variant="subtle">Subtle</Button>
          <Button color="red">Danger</Button>
          <Button disabled>Disabled</Button>
          <Button loading>Loading</Button>
        </Row>
        <Facts
          facts={[
            { label: 'Label', value: 'Value' },
            { label: 'Other', value: <code>code</code> },
          ]}
        />
      </Stack>
    </Section>
  );
}

function Lists() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['2']));
  const [node, setNode] = useState('c');
  return (
    <>
      <Section title="DataTable" flush>
        <DataTable
          label="Specimens"
          pages={pages}
          columns={columns}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          open={() => {}}
          selection={{ chosen, onChange: setChosen }}
          empty={<Empty title="Empty" />}
        />
      </Section>
      <Section title="Tree">
        <Tree label="Tree" nodes={nodes} chosen={node} onChoose={setNode} openLevels={3} />
      </Section>
    </>
  );
}

function Form() {
  const form = useForm({ name: '', password: '', note: '', kind: 'one', on: true, off: false });
  const [query, setQuery] = useState('');
  return (
    <Section title="Forms">
      <form onSubmit={form.submit(async () => {})}>
        <Stack>
          <SearchField label="Search" value={query} onSearch={setQuery} />
          <Columns>
            <TextInput label="Text" description="A hint" {...form.text('name')} />
            <TextInput label="Refused" defaultValue="x" error="At least two letters." />
            <PasswordField label="Password" fresh {...form.text('password')} />
            <Select
              label="Choice"
              data={['one', 'two']}
              allowDeselect={false}
              {...form.value('kind')}
              onChange={(kind) => form.set('kind', kind ?? 'one')}
            />
          </Columns>
          <Textarea label="Note" autosize minRows={2} {...form.text('note')} />
          <Row gap={4}>
            <Checkbox label="Checkbox" {...form.checked('off')} />
            <Switch label="Switch" {...form.checked('on')} />
          </Row>
          <FormFooter
            submit="Save"
            sending={form.sending}
            failure="What the server said of it all."
          />
        </Stack>
      </form>
    </Section>
  );
}

function Overlays() {
  const toasts = useToasts();
  const [opened, setOpened] = useState<'panel' | 'dialog'>();
  return (
    <Section title="SidePanel, Dialog, toasts, secrets, QrCode">
      <Stack>
        <Row>
          <Button variant="default" onClick={() => setOpened('panel')}>
            SidePanel
          </Button>
          <Button variant="default" onClick={() => setOpened('dialog')}>
            Dialog
          </Button>
          <Button variant="default" onClick={() => toasts.done('Moved.', async () => {})}>
            Undo
          </Button>
          <Button variant="default" onClick={() => toasts.fail(new Error('specimen'))}>
            Failure
          </Button>
        </Row>
        <Columns>
          <Stack>
            <Secret warning="Shown this once." values={[{ label: 'Key', value: 'AKIASPECIMEN' }]} />
            <Snippet label="Settings" text={'[default]\nkey = value'} />
          </Stack>
          <QrCode text="otpauth://totp/specimen?secret=ABCDEFGH" label="QR code" />
        </Columns>
      </Stack>
      <SidePanel title="SidePanel" opened={opened === 'panel'} onClose={() => setOpened(undefined)}>
        Content
      </SidePanel>
      <Dialog title="Dialog" opened={opened === 'dialog'} onClose={() => setOpened(undefined)}>
        Content
      </Dialog>
    </Section>
  );
}
