import { Checkbox, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BytesInput } from '@/ui/BytesInput';
import { Columns, Row } from '@/ui/Stack';
import { products, type Tenant } from './organisations';

type Plan = Tenant['plan'];
type Props = { plan: Plan; onChange: (plan: Plan) => void };

/** What an organisation rents. */
export function PlanFields({ plan, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Columns>
        <NumberInput
          label={t('organisations.people')}
          name="plan.people"
          min={1}
          thousandSeparator
          hideControls
          value={plan.people}
          onChange={(people) => onChange({ ...plan, people: Number(people) })}
        />
        <BytesInput
          label={t('organisations.storage')}
          name="plan.storageBytes"
          value={plan.storageBytes}
          onChange={(storageBytes) => onChange({ ...plan, storageBytes })}
        />
      </Columns>
      <Checkbox.Group
        label={t('organisations.modules')}
        value={plan.modules}
        onChange={(modules) => onChange({ ...plan, modules })}
      >
        <Row gap={4}>
          {products.map((product) => (
            <Checkbox key={product} value={product} label={t(`product.${product}`)} />
          ))}
        </Row>
      </Checkbox.Group>
      <Checkbox
        label={t('organisations.encrypted')}
        description={t('organisations.encrypted.hint')}
        checked={plan.encrypted ?? true}
        onChange={(event) => onChange({ ...plan, encrypted: event.currentTarget.checked })}
      />
    </>
  );
}
