'use client';

import { countries, isCountryCode, type CountryCode, type CountryFormat } from '@turing/domain';
import { useState, type ReactNode } from 'react';
import { SelectField, TextField } from './field.tsx';

export type AddressField =
  | 'name'
  | 'line1'
  | 'line2'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'phone';

export interface AddressFieldsProps {
  values: Readonly<Record<Exclude<AddressField, 'country'>, string>> & { readonly country: CountryCode };
  errors: Partial<Record<AddressField, string>>;
  phoneHint: string;
  /** The country or a region that taxes depend on was changed. */
  onPlaceChange?: () => void;
  /** Beside the country, for forms that work without JavaScript. */
  besideCountry?: ReactNode;
  /** Nothing is sent there: who it is for will do, and where they live for what is offered. */
  withoutStreet?: boolean;
}

/** The fields of a postal address as people in its country write it: what is asked, what it is called, in which order. */
export function AddressFields({
  values,
  errors,
  phoneHint,
  onPlaceChange,
  besideCountry,
  withoutStreet = false,
}: AddressFieldsProps) {
  const [country, setCountry] = useState(values.country);
  const format: CountryFormat = countries[country];
  const text = (name: Exclude<AddressField, 'country'>) => ({
    name,
    defaultValue: values[name],
    error: errors[name] ?? null,
  });
  const place = {
    C: <TextField key="city" label={capitalise(format.cityName)} {...text('city')} {...city} />,
    S: (
      <RegionField
        key={country}
        format={format}
        value={country === values.country ? values.region : ''}
        error={errors.region ?? null}
        {...(onPlaceChange && { onChoose: onPlaceChange })}
      />
    ),
    Z: (
      <TextField
        key="postalCode"
        label={capitalise(format.postalCodeName)}
        {...text('postalCode')}
        {...postalCode}
        // Asked as soon as it is one: on leaving the field it would get in the way of the button that is pressed.
        onChange={(event) => format.postalCode.test(event.currentTarget.value.trim()) && onPlaceChange?.()}
      />
    ),
  };
  return (
    <div className="grid gap-4 sm:grid-cols-6">
      <div className="flex items-end gap-3 sm:col-span-6">
        <SelectField
          label="Country"
          name="country"
          autoComplete="country"
          value={country}
          error={errors.country ?? null}
          onChange={(event) => {
            const code = event.currentTarget.value;
            if (isCountryCode(code)) setCountry(code);
            // The fields of the new country must be in the form before it is read.
            if (onPlaceChange !== undefined) setTimeout(onPlaceChange);
          }}
          className="flex-1"
        >
          {Object.entries(countries).map(([code, { name }]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        {besideCountry}
      </div>
      <TextField label="Full name" {...text('name')} {...full} autoComplete="name" required />
      {withoutStreet ? (
        <KeptFields values={values} names={['line1', 'line2', 'city', 'region', 'postalCode']} />
      ) : (
        <>
          <TextField label="Address" {...text('line1')} {...full} autoComplete="address-line1" required />
          <TextField
            label="Apartment, suite, etc. (optional)"
            {...text('line2')}
            {...full}
            autoComplete="address-line2"
          />
          {placeOrder(format).map((letter) => place[letter])}
        </>
      )}
      <TextField
        label="Phone (optional)"
        {...text('phone')}
        {...full}
        type="tel"
        autoComplete="tel"
        hint={phoneHint}
      />
    </div>
  );
}

/** What was typed stays in the form while it is not asked for. */
function KeptFields({
  values,
  names,
}: {
  values: AddressFieldsProps['values'];
  names: readonly Exclude<AddressField, 'country'>[];
}) {
  return names.map((name) => <input key={name} type="hidden" name={name} value={values[name]} />);
}

const full = { className: 'sm:col-span-6' };
const part = 'sm:col-span-2';
const city = { autoComplete: 'address-level2', required: true, className: part };
const postalCode = { autoComplete: 'postal-code', required: true, className: part };

type PlaceLetter = 'C' | 'S' | 'Z';

/** Town, region and postal code in the order of a label there; a region nobody writes there is not asked for. */
function placeOrder({ format }: CountryFormat): PlaceLetter[] {
  const at = (letter: PlaceLetter) => format.indexOf(`%${letter}`);
  return (['C', 'S', 'Z'] as const).filter((letter) => at(letter) >= 0).toSorted((a, b) => at(a) - at(b));
}

interface RegionFieldProps {
  format: CountryFormat;
  value: string;
  error: string | null;
  onChoose?: () => void;
}

function RegionField({ format, value, error, onChoose }: RegionFieldProps) {
  const { regions, regionRequired } = format;
  const label = `${capitalise(format.regionName)}${regionRequired ? '' : ' (optional)'}`;
  const shared = { label, name: 'region', error, autoComplete: 'address-level1', className: part };
  if (regions === null) return <TextField {...shared} required={regionRequired} defaultValue={value} />;
  return (
    <SelectField {...shared} required={regionRequired} defaultValue={value} onChange={onChoose}>
      <option value="">Choose…</option>
      {Object.entries(regions)
        .toSorted(([, a], [, b]) => a.localeCompare(b))
        .map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
