import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long typing must rest before it is searched for, in milliseconds. */
const rest = 180;

type Props = {
  label: string;
  value: string;
  onSearch: (query: string) => void;
  autoFocus?: boolean;
};

/** Narrows a list while one types; waits for unfinished Hangul. */
export function SearchField({ label, value, onSearch, autoFocus }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), rest);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label={t('ui.clear')}
            onClick={() => {
              setText('');
              onSearch('');
            }}
          />
        )
      }
    />
  );
}
