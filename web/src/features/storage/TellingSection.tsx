import { Button } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, Lines } from '@/ui/Lines';
import { Section } from '@/ui/Page';
import { Empty } from '@/ui/States';
import { useToasts } from '@/ui/Toasts';
import { Needing, useLack } from './Needing';
import { NewRulePanel } from './NewRulePanel';
import { type EventRule, type Part, type Shown, useSave } from './settings';
import { useEventText } from './useEventText';

const part = (rules: EventRule[]): Part => ({ kind: 'notifications', body: { rules } });

/** Which webhooks are told of what happens to the bucket's objects. */
export function TellingSection(shown: Shown) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const save = useSave(shown);
  const [adding, setAdding] = useState(false);
  const lack = useLack('storage.read');
  const rules = shown.settings.notifications;
  const remove = (rule: EventRule) =>
    save(part(rules.filter((other) => other !== rule)), part(rules)).catch(toasts.fail);
  const add = (
    <Button
      variant="default"
      disabled={lack !== undefined}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('bucketSettings.telling.add')}
    </Button>
  );
  return (
    <Section
      title={t('bucketSettings.telling')}
      description={t('bucketSettings.telling.what')}
      actions={rules.length > 0 && add}
      flush={rules.length > 0}
    >
      <Needing lack={lack}>
        {rules.length === 0 ? (
          <Empty icon={IconBell} title={t('bucketSettings.telling.none')} action={add} />
        ) : (
          <Lines>
            {rules.map((rule) => (
              <RuleLine key={rule.id} rule={rule} onRemove={() => void remove(rule)} />
            ))}
          </Lines>
        )}
      </Needing>
      <NewRulePanel
        opened={adding}
        onClose={() => setAdding(false)}
        save={(rule) => save(part([...rules, rule]), part(rules))}
      />
    </Section>
  );
}

function RuleLine({ rule, onRemove }: { rule: EventRule; onRemove: () => void }) {
  const { t } = useTranslation();
  const eventText = useEventText();
  const { hook, events, prefix, suffix } = rule;
  const facts = [
    events.map(eventText).join(', '),
    prefix && t('bucketSettings.telling.below', { prefix }),
    suffix && t('bucketSettings.telling.ending', { suffix }),
  ].filter(Boolean);
  return (
    <Line
      icon={<IconBell size={20} stroke={1.6} aria-hidden />}
      title={hook}
      detail={facts.join(' · ')}
      actions={
        <Button variant="subtle" color="red" onClick={onRemove}>
          {t('bucketSettings.telling.remove')}
        </Button>
      }
    />
  );
}
