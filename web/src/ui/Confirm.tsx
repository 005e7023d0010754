import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { FormFooter } from './FormFooter';
import { Stack } from './Stack';
import { useForm } from './useForm';

type QuestionProps = {
  /** What it does, as the button that opened it says. */
  submit: string;
  act: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

type Props = QuestionProps & { title: string; opened: boolean };

/** Asks once before what is done at once and cannot be taken back. */
export function Confirm({ title, opened, ...question }: Props) {
  return (
    <Dialog title={title} opened={opened} onClose={question.onClose}>
      <Question {...question} />
    </Dialog>
  );
}

function Question({ submit, act, onClose, children }: QuestionProps) {
  const { t } = useTranslation();
  const form = useForm({});
  const send = form.submit(async () => {
    await act();
    onClose();
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <p>{children}</p>
        <FormFooter submit={submit} sending={form.sending} failure={form.failure} danger>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </FormFooter>
      </Stack>
    </form>
  );
}
