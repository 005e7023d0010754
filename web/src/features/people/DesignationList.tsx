import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconPlus,
  type IconProps,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrg } from '@/shared/place';
import { FormFooter } from '@/ui/FormFooter';
import { Section } from '@/ui/Page';
import { Row, Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { useForm } from '@/ui/useForm';
import classes from './DesignationList.module.css';
import {
  changeDesignations,
  type DesignationEntry,
  type DesignationKind,
  designationsQuery,
} from './designations';

type Props = { kind: DesignationKind; title: string };

/** A list that is read and written as a whole, since its order matters. */
export function DesignationList({ kind, title }: Props) {
  const org = useOrg();
  return (
    <Section title={title}>
      <Asked question={useQuery(designationsQuery(org, kind))}>
        {({ value, etag }) => <Editor key={etag} kind={kind} items={value.items} etag={etag} />}
      </Asked>
    </Section>
  );
}

type EditorProps = { kind: DesignationKind; items: DesignationEntry[]; etag: string };

/** An entry that keeps its identity on the screen while it moves. */
type Line = DesignationEntry & { key: number };

function Editor({ kind, items, etag }: EditorProps) {
  const { t } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [lines, setLines] = useState<Line[]>(() => items.map((item, key) => ({ ...item, key })));
  const form = useForm({});

  const swap = (index: number, other: number) => {
    const [one, two] = [lines[index], lines[other]];
    if (!one || !two) return;
    setLines(lines.map((line, at) => (at === index ? two : at === other ? one : line)));
  };
  const send = form.submit(async () => {
    const entries = lines.map(({ id, name }) => ({ id, name: name.trim() }));
    await changeDesignations(org, kind, etag, entries);
    toasts.say(t('ui.saved'));
    await queries.invalidateQueries(designationsQuery(org, kind));
  });

  return (
    <form onSubmit={send}>
      <Stack gap={3}>
        <ol className={classes.list}>
          {lines.map((line, index) => (
            <li key={line.key} className={classes.line}>
              <TextInput
                aria-label={t('people.name')}
                value={line.name}
                required
                onChange={({ currentTarget: { value } }) =>
                  setLines(
                    lines.map((other) => (other === line ? { ...line, name: value } : other)),
                  )
                }
              />
              <Act
                icon={IconArrowUp}
                label={t('designations.up', line)}
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <Act
                icon={IconArrowDown}
                label={t('designations.down', line)}
                disabled={index === lines.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <Act
                icon={IconTrash}
                label={t('designations.remove', line)}
                onClick={() => setLines(lines.filter((other) => other !== line))}
              />
            </li>
          ))}
        </ol>
        <Row>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setLines([...lines, { name: '', key: Date.now() }])}
          >
            {t('designations.add')}
          </Button>
        </Row>
        <FormFooter submit={t('ui.save')} sending={form.sending} failure={form.failure} />
      </Stack>
    </form>
  );
}

type ActProps = {
  icon: ComponentType<IconProps>;
  label: string;
  disabled?: boolean;
  onClick: () => void;
};

function Act({ icon: Icon, label, disabled, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
