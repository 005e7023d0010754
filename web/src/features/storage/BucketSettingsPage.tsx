import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pagesOf, useOrg } from '@/shared/place';
import { useMay } from '@/shared/session';
import { Page } from '@/ui/Page';
import { Stack } from '@/ui/Stack';
import { Asked } from '@/ui/States';
import classes from './BucketSettingsPage.module.css';
import { EncryptionSection } from './EncryptionSection';
import { LifecycleSection } from './LifecycleSection';
import { LoggingSection } from './LoggingSection';
import { PolicySection } from './PolicySection';
import { PublicAccessSection } from './PublicAccessSection';
import { type Shown, settingsQuery } from './settings';
import { TagsSection } from './TagsSection';
import { TellingSection } from './TellingSection';
import { VersioningSection } from './VersioningSection';

/** What a bucket does by itself and whom it lets in, whether a person set it or a program. */
export function BucketSettingsPage() {
  const { t } = useTranslation();
  const org = useOrg();
  const { bucket = '' } = useParams({ strict: false });
  const buckets: string = `${pagesOf(org)}/storage/buckets`;
  const browser: string = `${buckets}/${bucket}`;
  return (
    <Page
      title={t('bucketSettings.title', { bucket })}
      width="form"
      trail={
        <>
          <Link to={buckets}>{t('buckets.title')}</Link> / <Link to={browser}>{bucket}</Link>
        </>
      }
    >
      <Asked question={useQuery(settingsQuery(org, bucket))}>
        {({ value }) => <Sections org={org} bucket={bucket} settings={value} />}
      </Asked>
    </Page>
  );
}

/** Each begins anew when what it shows was changed elsewhere; the others keep what was typed. */
function Sections(shown: Shown) {
  const { settings } = shown;
  const { versioning, objectLock, lifecycle, publicAccess, logging, saysEncrypted } = settings;
  const key = (...parts: unknown[]) => JSON.stringify(parts);
  return (
    <fieldset className={classes.all} disabled={!useMay('storage.manage')}>
      <Stack gap={6}>
        <VersioningSection key={key('v', versioning, objectLock)} {...shown} />
        <LifecycleSection key={key('e', lifecycle, settings.lifecycleText)} {...shown} />
        <PublicAccessSection key={key('a', publicAccess)} {...shown} />
        <PolicySection key={key('p', settings.policy)} {...shown} />
        <LoggingSection key={key('l', logging)} {...shown} />
        <TellingSection {...shown} />
        <EncryptionSection key={key('s', saysEncrypted)} {...shown} />
        <TagsSection key={key('t', settings.tags)} {...shown} />
      </Stack>
    </fieldset>
  );
}
