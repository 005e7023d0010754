import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFront } from '@/shared/front';
import { pagesOf, useOrg } from '@/shared/place';
import { problemCode } from '@/shared/problem';
import { FormFooter } from '@/ui/FormFooter';
import { OrganisationThreshold } from '@/ui/OrganisationThreshold';
import { PasswordField } from '@/ui/PasswordField';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import { useForm } from '@/ui/useForm';
import { type Addressee, addresseeQuery, takeLink } from './links';

/** Where a one-time link leads: an invitation, or a new password for a forgotten one. */
export function LinkPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const search: { token?: unknown } = useSearch({ strict: false });
  const token = typeof search.token === 'string' ? search.token : '';
  const front = useFront(org).data;
  const addressee = useQuery(addresseeQuery(org, token));
  const reset = useLocation({ select: ({ pathname }) => pathname.endsWith('/reset') });
  const name = front?.name ?? '';
  const house = { name, logo: front?.logo, colour: front?.colour };
  if (problemCode(addressee.error) === 'link-used-up') {
    return (
      <OrganisationThreshold
        {...house}
        title={t('link.usedUp')}
        description={t(reset ? 'link.usedUp.reset' : 'link.usedUp.invitation')}
      >
        <WaysOn reset={reset} />
      </OrganisationThreshold>
    );
  }
  return (
    <OrganisationThreshold
      {...house}
      title={reset ? t('link.password') : t('link.welcome', { name })}
      description={reset ? undefined : t('link.welcome.description')}
    >
      <Asked question={addressee} rows={4}>
        {(known) => <NewPasswordForm token={token} addressee={known} />}
      </Asked>
    </OrganisationThreshold>
  );
}

/** Where to go with a link that no longer works. */
function WaysOn({ reset }: { reset: boolean }) {
  const { t } = useTranslation();
  const pages = pagesOf(useOrg());
  const signIn: string = `${pages}/sign-in`;
  const forgotten: string = `${pages}/forgotten`;
  return (
    <Stack gap={2}>
      {reset && <Link to={forgotten}>{t('link.usedUp.again')}</Link>}
      <Link to={signIn}>{t('link.usedUp.signIn')}</Link>
    </Stack>
  );
}

function NewPasswordForm({ token, addressee }: { token: string; addressee: Addressee }) {
  const { t } = useTranslation();
  const org = useOrg();
  const navigate = useNavigate();
  const form = useForm({ password: '' });
  const send = form.submit(async ({ password }) => {
    const { next } = await takeLink(org, token, password);
    if (next === 'DONE') window.location.assign(pagesOf(org));
    else {
      const signIn: string = `${pagesOf(org)}/sign-in`;
      await navigate({ to: signIn });
    }
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <p>
          <strong>{addressee.name}</strong> · {addressee.login}
        </p>
        {/* Password managers keep the login with the password. */}
        <input type="hidden" name="username" autoComplete="username" value={addressee.login} />
        <PasswordField
          label={t('link.newPassword')}
          description={t('password.hint')}
          fresh
          autoFocus
          {...form.text('password')}
        />
        <FormFooter
          submit={t('link.submit')}
          sending={form.sending}
          failure={form.failure}
          fullWidth
        />
      </Stack>
    </form>
  );
}
