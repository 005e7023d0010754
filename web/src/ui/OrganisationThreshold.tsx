import { type ReactNode, useEffect } from 'react';
import { Emblem } from './Emblem';
import { Threshold } from './Threshold';
import { showAccent } from './theme';

type Props = {
  title: string;
  description?: ReactNode;
  name: string;
  logo?: string | null;
  colour?: string;
  children: ReactNode;
};

/** The door of an organisation's house, in its colour and with its logo. */
export function OrganisationThreshold({ name, logo, colour, ...threshold }: Props) {
  useEffect(() => {
    showAccent(colour);
    return () => showAccent(undefined);
  }, [colour]);
  return (
    <Threshold
      {...threshold}
      emblem={logo ? <Emblem name={name} logo={logo} size={40} /> : undefined}
    />
  );
}
