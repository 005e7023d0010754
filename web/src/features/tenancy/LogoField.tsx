import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '@/shared/format';
import { useOrg } from '@/shared/place';
import { chosenAnew } from '@/ui/chosenAnew';
import { Row } from '@/ui/Stack';
import { useToasts } from '@/ui/Toasts';
import classes from './LogoField.module.css';
import { logoMaxBytes, logoTypes, putLogo, removeLogo } from './organisation';

/** The organisation's picture. */
export function LogoField({ name, logo }: { name: string; logo?: string | null }) {
  const { t, i18n } = useTranslation();
  const org = useOrg();
  const toasts = useToasts();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (picture: File | null) => (picture ? putLogo(org, picture) : removeLogo(org)),
    onSuccess: () => {
      toasts.say(t('ui.saved'));
      return queries.invalidateQueries({ queryKey: [org] });
    },
    onError: toasts.fail,
  });
  const choose = (picture: File | null) => {
    if (!picture) return;
    if (picture.size > logoMaxBytes) {
      const limit = formatBytes(logoMaxBytes, i18n.language);
      toasts.say(t('settings.logo.tooLarge', { limit }));
    } else change.mutate(picture);
  };
  return (
    <Row gap={4}>
      <span className={classes.frame}>
        {logo ? <img src={logo} alt={name} /> : <span aria-hidden>{[...name][0]}</span>}
      </span>
      <Row>
        <FileButton accept={logoTypes.join(',')} inputProps={chosenAnew} onChange={choose}>
          {(props) => (
            <Button {...props} variant="default" loading={change.isPending}>
              {t('settings.logo.choose')}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" color="red" onClick={() => change.mutate(null)}>
            {t('settings.logo.remove')}
          </Button>
        )}
      </Row>
    </Row>
  );
}
