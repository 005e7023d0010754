import classes from './Emblem.module.css';

type Props = { name: string; logo?: string | null; size?: 24 | 28 | 40 };

/** An organisation's logo, or the first letter of its name on its colour. */
export function Emblem({ name, logo, size = 28 }: Props) {
  return (
    <span
      className={classes.emblem}
      data-size={size}
      data-plain={logo ? undefined : ''}
      aria-hidden
    >
      {logo ? <img src={logo} alt="" /> : [...name.replace(/^(주식회사|\(주\)|㈜)\s*/u, '')][0]}
    </span>
  );
}
