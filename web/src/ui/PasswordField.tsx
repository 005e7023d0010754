import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = Omit<PasswordInputProps, 'label'> & {
  label: string;
  /** Whether it is chosen now, so that password managers offer one. */
  fresh?: boolean;
};

/** A password that must be there, which its eye shows. */
export function PasswordField({ fresh = false, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      autoComplete={fresh ? 'new-password' : 'current-password'}
      required
      withAsterisk={false}
      // Mantine says so of every other input.
      aria-invalid={props.error ? true : undefined}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('ui.showPassword') }}
      {...props}
    />
  );
}
