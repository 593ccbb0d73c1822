import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { countries, currencies } from '@turing/domain';
import { Section } from '../../components/section.tsx';
import type { DraftValues } from './draft-values.ts';

interface DraftBuyerProps {
  readonly values: DraftValues;
  readonly readOnly: boolean;
  readonly onChange: (difference: Partial<DraftValues>) => void;
}

const countryOptions = Object.entries(countries)
  .map(([value, { name }]) => ({ value, label: name }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

/** For whom it is and where it goes. */
export function DraftBuyer({ values, readOnly, onChange }: DraftBuyerProps) {
  const field = (
    name: 'email' | 'name' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'phone',
  ) => ({
    value: values[name],
    disabled: readOnly,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <Section title="Customer">
      <Stack gap="sm">
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput label="E-mail" type="email" maxLength={254} miw={200} {...field('email')} />
          <Select
            label="Currency"
            data={[...currencies]}
            allowDeselect={false}
            value={values.currency}
            disabled={readOnly}
            onChange={(currency) =>
              onChange({ currency: currencies.find((each) => each === currency) ?? values.currency })
            }
            miw={110}
          />
        </Group>
        <TextInput label="Name" maxLength={120} {...field('name')} />
        <TextInput label="Street and number" maxLength={120} {...field('line1')} />
        <TextInput label="Apartment, suite" maxLength={120} {...field('line2')} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput label="Postal code" maxLength={20} miw={110} {...field('postalCode')} />
          <TextInput label="Town" maxLength={120} miw={160} {...field('city')} />
          <TextInput label="State or region" maxLength={120} miw={130} {...field('region')} />
        </Group>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Select
            label="Country"
            data={countryOptions}
            searchable
            allowDeselect={false}
            value={values.country}
            disabled={readOnly}
            onChange={(country) => onChange({ country: country ?? values.country })}
            miw={180}
          />
          <TextInput label="Phone" maxLength={40} miw={150} {...field('phone')} />
        </Group>
        <Textarea
          label="Note on the order"
          maxLength={1000}
          autosize
          minRows={2}
          value={values.note}
          disabled={readOnly}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  );
}
