import { NumberInput } from '@mantine/core';

const gibibyte = 1024 ** 3;

type Props = {
  label: string;
  description?: string;
  error?: string;
  name?: string;
  value: number;
  onChange: (bytes: number) => void;
};

/** An amount of storage, typed in GiB and kept in bytes. */
export function BytesInput({ value, onChange, ...input }: Props) {
  return (
    <NumberInput
      {...input}
      min={0}
      decimalScale={2}
      thousandSeparator
      suffix=" GiB"
      hideControls
      value={Math.round((value / gibibyte) * 100) / 100}
      onChange={(next) => onChange(Math.round(Number(next) * gibibyte))}
    />
  );
}
