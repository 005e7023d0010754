import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modifier } from '@/shared/modifier';
import { useToasts } from './Toasts';

type Props = {
  /** What the text is, as it is called beside it. */
  what: string;
  text: string;
  /** Where the text stands, to be selected where a page may not copy. */
  shown: RefObject<HTMLElement | null>;
};

/** Copies a text, and says that it did. */
export function CopyButton({ what, text, shown }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 1_600);
    } catch {
      // On plain HTTP there is no clipboard, and a browser may refuse it elsewhere.
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      toasts.say(t('ui.copy.selected', { key: modifier }));
    }
  };
  const name = copied ? t('ui.copied') : t('ui.copy', { what });
  return (
    <Tooltip label={name}>
      <ActionIcon aria-label={name} onClick={() => void copy()}>
        {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
