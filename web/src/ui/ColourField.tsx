import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ColourField.module.css';

/** A few that suit workplaces; any other can be chosen beside them. */
const offered = ['', '#2b5fb8', '#0f766e', '#1c7c3c', '#9a3412', '#b3261e', '#7c3aed', '#374151'];

type Props = { label: string; value: string; error?: string; onChange: (colour: string) => void };

/** An organisation's colour, or none for the product's own. */
export function ColourField({ label, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const name = useId();
  const own = offered.includes(value) ? '' : value;
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.colours}>
        {offered.map((colour) => (
          <label key={colour} className={classes.colour}>
            <input
              type="radio"
              name={name}
              checked={value === colour}
              aria-label={colour || t('ui.colour.default')}
              onChange={() => onChange(colour)}
            />
            <span style={{ background: colour || '#1f6685' }} />
          </label>
        ))}
        <input
          type="color"
          aria-label={t('ui.colour.other')}
          className={classes.own}
          data-chosen={own ? '' : undefined}
          value={own || '#888888'}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      </div>
      {error && <p className={classes.error}>{error}</p>}
    </fieldset>
  );
}
